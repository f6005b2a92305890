// Imported by the program of a test: a mistake that happens when the test says so.
process.on('SIGUSR2', () => {
  throw new Error('boom');
});
