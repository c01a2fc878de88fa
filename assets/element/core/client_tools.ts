/** Runs one client tool and words what came of it for the agent, which is told about failures too. */

import type { ClientToolCallItem } from './items.ts';
import { isObject } from './json.ts';
import { unlessAborted } from './waiting.ts';
import type { JsonObject } from './wire.ts';

export type ClientToolHandler = (call: {
  name: string;
  params: JsonObject;
}) => Promise<JsonObject> | JsonObject;

/** What an agent reads when a tool did not do its work. */
export interface ToolFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
}

/** Return the tool's result, or its failure as a result; only `signal` makes this reject. */
export async function resultOfTool(
  handler: ClientToolHandler | null,
  call: ClientToolCallItem,
  signal: AbortSignal,
): Promise<JsonObject> {
  if (handler === null) return failed(new Error('No handler for client tool calls'), 'unknown_tool');
  try {
    const work = Promise.resolve(handler({ name: call.name, params: call.arguments }));
    const result: unknown = await unlessAborted(work, signal);
    return isObject(result) ? result : {};
  } catch (error) {
    if (signal.aborted) throw error;
    return failed(error, 'tool_failed');
  }
}

/** Whether a result is that of a call which did not do its work. */
export function isFailure(result: unknown): boolean {
  return isObject(result) && (result['success'] === false || isObject(result['error']));
}

function failed(error: unknown, code: string): JsonObject {
  const fields: JsonObject = isObject(error) ? error : {};
  const failure: ToolFailure = {
    code: typeof fields['code'] === 'string' ? fields['code'] : code,
    message: typeof fields['message'] === 'string' ? fields['message'] : 'The tool failed.',
    hint: typeof fields['hint'] === 'string' ? fields['hint'] : '',
    retryable: fields['retryable'] === true,
  };
  return { success: false, error: failure };
}
