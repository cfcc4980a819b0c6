import {
  HistoryReader,
  type CapacityFailureInfo,
  type CapacityReportInfo,
} from '@license-monitor/db';

/** All that a history holds of capacity. */
export async function readCapacity(file: string): Promise<{
  readonly reports: readonly CapacityReportInfo[];
  readonly failures: readonly CapacityFailureInfo[];
}> {
  const reader = await HistoryReader.open(file);
  try {
    const reports = await reader.capacity.reports({ servers: [], products: [] });
    return { reports, failures: await reader.capacity.failures() };
  } finally {
    await reader.close();
  }
}

/** `server source: product seats, …` of each report, in the order in which they were taken. */
export async function tellReports(file: string): Promise<string[]> {
  const { reports } = await readCapacity(file);
  return reports.map(({ server, source, pools }) => {
    const seats = pools.map((pool) => `${pool.product} ${pool.seats ?? 'unlimited'}`);
    return `${server} ${source}: ${seats.join(', ')}`;
  });
}

/** `server source reason` of each failure, the last one first. */
export async function tellFailures(file: string): Promise<string[]> {
  const { failures } = await readCapacity(file);
  return failures.map(({ server, source, reason }) => `${server} ${source} ${reason}`);
}
