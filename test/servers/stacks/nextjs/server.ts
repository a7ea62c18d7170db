import { nodeProgram, packageFile } from '../../node-program.ts';

export const server = nodeProgram({
  stack: 'nextjs',
  package: 'next',
  args: [packageFile('next', 'dist/bin/next'), 'dev', '--hostname', '127.0.0.1', '--port', '{{PORT}}'],
  env: { NEXT_TELEMETRY_DISABLED: '1' },
  starts: [
    {
      name: 'not configured',
      files: {
        'package.json': '{ "name": "app", "private": true }\n',
        'app/layout.tsx': `export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
        'app/page.tsx': `export default function Page() {
  return <h1>App</h1>;
}
`,
        'app/api/data/route.ts': `export function GET() {
  return Response.json({ items: [] });
}

export async function POST(request: Request) {
  return Response.json({ saved: await request.json() });
}

export async function PATCH(request: Request) {
  return Response.json({ changed: await request.json() });
}
`,
        'app/api/crash/route.ts': `export function GET() {
  throw new Error('The database is gone.');
}
`,
      },
      cause: 'not-configured',
      recognised: 'sure',
    },
  ],
});
