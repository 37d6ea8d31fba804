// Loaded into our own parts before their code. The channel to the supervisor closes when the
// supervisor ends, however it ended; then the part stops as if it had been asked to.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
// Listening must not keep a part alive that has finished.
process.channel?.unref();
