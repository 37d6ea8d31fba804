// Loaded into our own parts before their code. The IPC channel closes when the supervisor exits for
// any reason; the part then stops as on a regular stop signal.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
// The channel must not keep a finished part alive.
process.channel?.unref();
