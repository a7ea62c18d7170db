import { httpAnswer, type RawAnswer, startRawServer } from '../servers/raw.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import { holdRefusingPort } from '../servers/refusing-port.ts';
import type { Exhibit, ExhibitOrigins, Manner } from './exhibit.ts';
import { EXHIBITS } from './gallery.ts';

export interface ExhibitServers {
  readonly origins: ExhibitOrigins;
  close(): Promise<void>;
}

interface Started {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a server for each exhibit, on free ports of 127.0.0.1, and one that redirects lead to. */
export async function startExhibitServers(): Promise<ExhibitServers> {
  const elsewhere = await startRawServer(() => httpAnswer(200, [['Content-Type', 'text/html']]));
  const started: Started[] = [elsewhere];
  const origins: Record<string, string> = {};
  for (const exhibit of EXHIBITS) {
    const server = await startOf(exhibit, elsewhere.origin);
    started.push(server);
    origins[exhibit.id] = server.origin.replace('127.0.0.1', exhibit.call.host ?? '127.0.0.1');
  }
  return {
    origins,
    close: async () => {
      await Promise.all(started.map((server) => server.close()));
    },
  };
}

async function startOf({ server }: Exhibit, elsewhere: string): Promise<Started> {
  if (server === 'not running') return await holdRefusingPort();
  return await startRawServer((request) =>
    toBytes(request.isPreflight ? server.preflight : server.response, request, elsewhere),
  );
}

function toBytes(manner: Manner, { headers }: RawRequest, elsewhere: string): RawAnswer {
  if (manner === 'hangs up') return null;
  const origin = headers.get('origin') ?? '';
  const lines = manner.headers.map(([name, value]) => {
    return [name, value.replaceAll('{origin}', origin).replaceAll('{elsewhere}', elsewhere)] as const;
  });
  return httpAnswer(manner.status, lines, manner.body);
}
