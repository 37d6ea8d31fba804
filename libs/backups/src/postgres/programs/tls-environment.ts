/** Modes that the driver verifies the certificate of the server in, host name included. */
const VERIFYING = ['prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * libpq's variables for TLS. The driver is stricter than libpq for the same words, and programs must
 * not trust a server that the driver would refuse. A certificate of a public authority is checked
 * with those of the system.
 * @param parameters of the URL: `sslmode`, `ssl`, `sslrootcert`, `sslcert`, `sslkey`
 */
export function tlsEnvironment(parameters: URLSearchParams): Record<string, string> {
  const parameter = (name: string): string => parameters.get(name) ?? '';
  const rootCertificate = parameter('sslrootcert');
  const mode = modeOf(parameters);
  return {
    PGSSLMODE: mode,
    PGSSLROOTCERT: mode === 'verify-full' ? rootCertificate || 'system' : rootCertificate,
    PGSSLCERT: parameter('sslcert'),
    PGSSLKEY: parameter('sslkey'),
  };
}

/** The mode in libpq's words; empty when the URL says nothing about TLS. */
function modeOf(parameters: URLSearchParams): string {
  const mode = parameters.get('sslmode') ?? '';
  if (parameters.get('uselibpqcompat') === 'true') return mode;
  if (mode === 'no-verify') return 'require';
  if (VERIFYING.includes(mode)) return 'verify-full';
  if (mode !== '') return mode;
  const ssl = parameters.get('ssl') ?? '';
  const certificates = ['sslrootcert', 'sslcert', 'sslkey'].some((name) => parameters.has(name));
  if (ssl === 'true' || ssl === '1' || certificates) return 'verify-full';
  return ssl === '0' ? 'disable' : '';
}
