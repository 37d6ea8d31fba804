/**
 * Readers who replay the event log from its beginning, as fast as they can, in a process of their own: `node
 * replay-readers.mjs <base URL> <count>`. Prints the number of bytes once all of them are at the end.
 */
import { connect } from 'node:net';

const [baseUrl, count] = process.argv.slice(2);
const { hostname, port, host } = new URL(baseUrl);
let bytes = 0;

function replay() {
  const { promise, resolve } = Promise.withResolvers();
  const socket = connect(Number(port), hostname);
  socket.write(`GET /events HTTP/1.1\r\nHost: ${host}\r\nLast-Event-ID: 0\r\n\r\n`);
  let tail = '';
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    tail = (tail + chunk.subarray(-200).toString('latin1')).slice(-200);
    if (tail.includes('event: ready')) resolve(socket.destroy());
  });
  return promise;
}

await Promise.all(Array.from({ length: Number(count) }, replay));
console.log(bytes);
