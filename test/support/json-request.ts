/** A request with a JSON body. */
export function jsonRequest(
  method: 'POST' | 'PATCH' | 'PUT',
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
