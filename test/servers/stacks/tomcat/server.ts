import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { versionsOf } from '../../debian-versions.ts';
import type { RunningServer, ServerFiles, ServerStack } from '../../server-stack.ts';
import { startProcess } from '../../start-process.ts';

const CATALINA = '/usr/share/tomcat10/bin/catalina.sh';
const SERVLET_API = '/usr/share/java/tomcat10-servlet-api.jar';

const SERVLET = `package com.example.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public class DataServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/api/crash")) {
            throw new IllegalStateException("The database is gone");
        }
        response.setContentType("application/json");
        response.getWriter().print("{\\"ok\\":true}");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
`;

const WITHOUT_REQUEST_ID = `    <!-- cors: begin -->
    <filter>
        <filter-name>CorsFilter</filter-name>
        <filter-class>org.apache.catalina.filters.CorsFilter</filter-class>
        <init-param>
            <param-name>cors.allowed.origins</param-name>
            <param-value>*</param-value>
        </init-param>
        <init-param>
            <param-name>cors.allowed.headers</param-name>
            <param-value>Content-Type,Authorization</param-value>
        </init-param>
    </filter>
    <filter-mapping>
        <filter-name>CorsFilter</filter-name>
        <url-pattern>/*</url-pattern>
    </filter-mapping>
    <!-- cors: end -->
`;

function webApp(cors = ''): ServerFiles {
  return {
    'src/main/java/com/example/api/DataServlet.java': SERVLET,
    'src/main/webapp/WEB-INF/web.xml': `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
         version="6.0">
${cors}    <!-- place: web-app -->
    <servlet>
        <servlet-name>data</servlet-name>
        <servlet-class>com.example.api.DataServlet</servlet-class>
    </servlet>
    <servlet-mapping>
        <servlet-name>data</servlet-name>
        <url-pattern>/api/data</url-pattern>
        <url-pattern>/api/crash</url-pattern>
    </servlet-mapping>
</web-app>
`,
  };
}

const SERVER = `<?xml version="1.0" encoding="UTF-8"?>
<Server port="-1">
    <Service name="Catalina">
        <Connector port="{{PORT}}" address="127.0.0.1" protocol="HTTP/1.1"/>
        <Engine name="Catalina" defaultHost="localhost">
            <Host name="localhost" appBase="webapps" autoDeploy="false" deployOnStartup="false">
                <Context path="" docBase="{{FOLDER}}/src/main/webapp"/>
            </Host>
        </Engine>
    </Service>
</Server>
`;

export const server: ServerStack = {
  stack: 'tomcat',
  packages: ['tomcat10', 'default-jdk-headless'],
  isInstalled: () => [CATALINA, SERVLET_API, '/usr/bin/javac'].every((path) => existsSync(path)),
  version: () => versionsOf(['tomcat10']),
  starts: [
    { name: 'not configured', files: webApp(), cause: 'not-configured', recognised: 'likely' },
    {
      name: 'header not allowed',
      files: webApp(WITHOUT_REQUEST_ID),
      cause: 'not-allowed-by-status',
      recognised: 'likely',
    },
  ],
  start: startTomcat,
};

/** Compiles the servlet into the web application, and runs Tomcat with a CATALINA_BASE of its own for that alone. */
async function startTomcat(folder: string, port: number): Promise<RunningServer> {
  const sources = join(folder, 'src/main/java/com/example/api');
  const names = readdirSync(sources).filter((name) => name.endsWith('.java'));
  await promisify(execFile)('javac', [
    ...['-cp', SERVLET_API, '-d', join(folder, 'src/main/webapp/WEB-INF/classes')],
    ...names.map((name) => join(sources, name)),
  ]);
  const base = join(folder, 'tomcat');
  for (const name of ['conf', 'logs', 'temp', 'webapps', 'work'])
    mkdirSync(join(base, name), { recursive: true });
  const server = SERVER.replace('{{PORT}}', String(port)).replace('{{FOLDER}}', folder);
  writeFileSync(join(base, 'conf/server.xml'), server);
  for (const name of ['catalina.properties', 'web.xml']) {
    writeFileSync(join(base, 'conf', name), readFileSync(join('/etc/tomcat10', name)));
  }
  return startProcess({
    command: CATALINA,
    args: ['run'],
    folder,
    port,
    env: {
      CATALINA_HOME: '/usr/share/tomcat10',
      CATALINA_BASE: base,
      // Quick to start, for an app that lives for seconds.
      CATALINA_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto',
    },
  });
}
