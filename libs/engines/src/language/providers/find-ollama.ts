import { z } from 'zod';

/** A server on this machine answers within milliseconds. */
const TIMEOUT_MS = 500;

/** What Ollama answers to `GET /api/tags`, as far as it is used. */
const tagsSchema = z.object({ models: z.array(z.object({ name: z.string().min(1).max(190) })) });

/**
 * The models of an Ollama server.
 * @param address without a path, such as `http://127.0.0.1:11434`
 * @returns their names, such as `llama3.1:8b`; empty when no Ollama answers there in time
 */
export async function ollamaModels(address: string): Promise<readonly string[]> {
  try {
    const url = `${address.replace(/\/+$/, '')}/api/tags`;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const tags = tagsSchema.safeParse(await response.json());
    return tags.success ? tags.data.models.map(({ name }) => name) : [];
  } catch {
    return [];
  }
}
