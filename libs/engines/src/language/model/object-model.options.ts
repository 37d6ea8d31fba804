import type { ModelProvider } from '#contracts/model';
import type { RequestGate } from '../../remote/pace/request-gate.ts';

/** The address of a model and the options of its requests. */
export interface ObjectModelOptions {
  readonly provider: ModelProvider;
  /** Base URL of the API including its version, such as `http://127.0.0.1:8000/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** `null` for a server that requires none. */
  readonly apiKey: string | null;
  /** Maximum time for one answer, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Whether the server accepts a JSON schema for the answer. If not, the schema is part of the
   * prompt, and the request only asks for JSON.
   */
  readonly structuredOutputs: boolean;
  /** Names of the settings to check when the server does not accept a request. */
  readonly checks: readonly string[];
  /** Shared by all that ask the same server; without one, requests begin at once. */
  readonly gate?: RequestGate;
}
