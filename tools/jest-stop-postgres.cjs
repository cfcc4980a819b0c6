// Ends what jest-start-postgres.cjs started.
module.exports = () => globalThis.stopPostgres?.();
