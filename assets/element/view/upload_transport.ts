/** Owns how the bytes of a file leave the page: the file itself is handed over, so nothing of it is copied in here. */

import { refusalFrom } from '../core/client.ts';
import { ChatError } from '../core/errors.ts';
import type { Transport, UploadRequest, UploadWatch } from '../core/file_sender.ts';
import type { ChatOptions } from '../core/options.ts';

/** The way for these options: with progress, unless only the page's own `fetch` knows what a request needs. */
export function transportFor(api: Extract<ChatOptions['api'], { url: string }>): Transport {
  const { url, fetch, uploadHeaders } = api;
  if (fetch !== undefined && uploadHeaders === undefined) return (request, watch) => sendByFetch(fetch, request, watch);
  return (request, watch) => sendWithProgress(withOwnHeaders(request, url, uploadHeaders ?? {}), watch);
}

/** SECURITY: the page's own headers are for the server of the chat, wherever that may let a file go. */
function withOwnHeaders(request: UploadRequest, chatUrl: string, own: Readonly<Record<string, string>>): UploadRequest {
  const isOwn = new URL(request.url, document.baseURI).origin === new URL(chatUrl, document.baseURI).origin;
  return isOwn ? { ...request, headers: { ...request.headers, ...own } } : request;
}

/** `fetch` tells nobody how far it has come; this does. */
function sendWithProgress({ url, method, headers, body }: UploadRequest, watch: UploadWatch): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    watch.signal.addEventListener('abort', stop, { once: true });
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => watch.progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.responseText);
      else reject(refusalFrom(request.status, request.responseText));
    };
    request.onerror = () => reject(new ChatError('NetworkError', 'network'));
    request.onabort = () => reject(new ChatError('NetworkError', 'network'));
    request.onloadend = () => watch.signal.removeEventListener('abort', stop);
    request.send(body);
  });
}

async function sendByFetch(fetch: typeof globalThis.fetch, request: UploadRequest, watch: UploadWatch): Promise<string> {
  const { url, method, headers, body } = request;
  const response = await fetch(url, { method, headers, body, signal: watch.signal });
  const said = await response.text();
  if (!response.ok) throw refusalFrom(response.status, said);
  return said;
}
