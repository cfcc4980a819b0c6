/** Writes instants as a clock of the zone shows them, with the distance to UTC: sortable within a day. */
export function localTimeWriter(zone: string): (at: Date) => string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  return (at) => {
    const part = Object.fromEntries(
      parts.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    const { year, month, day, hour, minute, second, timeZoneName = '' } = part;
    const offset = timeZoneName.replace('GMT', '') || '+00:00';
    return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  };
}
