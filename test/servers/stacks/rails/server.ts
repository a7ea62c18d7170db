import { existsSync, readdirSync } from 'node:fs';
import type { ServerFiles, ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

const APPLICATION = `require "rails"
require "action_controller/railtie"
# What Bundler.require does with the Gemfile of an app that has one.
require "rack/cors"

class App < Rails::Application
  config.load_defaults 6.1
  config.api_only = true
  config.eager_load = false
  config.logger = Logger.new($stdout)
  config.secret_key_base = "only-for-this-test"
end
`;

const ROUTES = `Rails.application.routes.draw do
  scope "/api" do
    get "data", to: "data#show"
    post "data", to: "data#update"
    patch "data", to: "data#update"
    get "crash", to: "data#crash"
  end
end
`;

const CONTROLLER = `class DataController < ActionController::API
  def show
    render json: { data: [1, 2, 3] }
  end

  def update
    render json: { written: request.request_parameters }
  end

  def crash
    raise "This is how it crashes."
  end
end
`;

/** As \`rails new --api\` leaves it: all of it commented out. */
const NO_SETUP = `# Be sure to restart your server when you modify this file.

# Rails.application.config.middleware.insert_before 0, Rack::Cors do
#   allow do
#     origins "example.com"
#
#     resource "*", headers: :any, methods: [:get, :post, :put, :patch, :delete, :options, :head]
#   end
# end
`;

const SETUP = (
  origin: string,
  options: string,
) => `Rails.application.config.middleware.insert_before 0, Rack::Cors do
  allow do
    origins "${origin}"

    resource "*", ${options}
  end
end
`;

function files(cors: string): ServerFiles {
  return {
    'config.ru': 'require_relative "config/environment"\n\nrun Rails.application\n',
    'config/application.rb': APPLICATION,
    'config/environment.rb': 'require_relative "application"\n\nRails.application.initialize!\n',
    'config/routes.rb': ROUTES,
    'config/initializers/cors.rb': cors,
    'app/controllers/data_controller.rb': CONTROLLER,
  };
}

const GEMS = '/usr/share/rubygems-integration/all/specifications';

export const server: ServerStack = {
  stack: 'rails',
  packages: ['ruby-railties', 'ruby-rack-cors', 'puma'],
  isInstalled: () =>
    ['/usr/bin/puma', '/usr/bin/rails', '/usr/lib/ruby/vendor_ruby/rack/cors.rb'].every((path) =>
      existsSync(path),
    ),
  version: () =>
    `rails ${readdirSync(GEMS).flatMap((name) => /^actionpack-(.+)\.gemspec$/.exec(name)?.[1] ?? [])}`,
  starts: [
    {
      name: 'not configured',
      files: files(NO_SETUP),
      cause: 'not-configured',
      recognised: 'sure',
    },
    {
      name: 'header not allowed',
      files: files(SETUP('*', 'headers: ["content-type"], methods: [:get, :post, :patch]')),
      cause: 'not-allowed-silently',
      recognised: 'no',
    },
    {
      name: 'origin not allowed',
      files: files(SETUP('http://localhost:3000', 'headers: :any, methods: [:get, :post, :patch]')),
      cause: 'not-allowed-silently',
      recognised: 'no',
    },
  ],
  start: (folder, port) =>
    startProcess({
      command: '/usr/bin/puma',
      args: ['--bind', `tcp://127.0.0.1:${port}`, '--environment', 'development'],
      folder,
      port,
    }),
};
