/** A real HTTP server on this computer that answers each request the way a test says. */

import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { json } from 'node:stream/consumers';

export interface Received {
  readonly type: string;
  readonly params: Record<string, any>;
  readonly headers: IncomingMessage['headers'];
}

export type Script = (request: Received, reply: Reply) => unknown;

export class Reply {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  json(body: unknown, status = 200): void {
    this.#response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  /** Send events and leave the stream open. */
  events(...events: object[]): void {
    if (!this.#response.headersSent) this.#response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) this.#response.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  raw(text: string): void {
    this.#response.write(text);
  }

  end(): void {
    this.#response.end();
  }

  /** Break the line in the middle of it. */
  cut(): void {
    this.#response.destroy();
  }

  /** The client hung up. */
  async closed(): Promise<void> {
    if (!this.#response.destroyed) await once(this.#response, 'close');
  }
}

export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly Received[];
}

export async function startServer(context: TestContext, script: Script): Promise<ScriptedServer> {
  const requests: Received[] = [];
  const server = createServer(async (message, response) => {
    const { type, params } = (await json(message)) as Omit<Received, 'headers'>;
    const request = { type, params, headers: message.headers };
    requests.push(request);
    await script(request, new Reply(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/chatkit`, requests };
}
