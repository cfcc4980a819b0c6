import { ZoneOffsets } from '@license-monitor/log-parser';
import { Stores } from '../stores';
import { useFolder } from '../testing/folder';
import { testSettings } from '../testing/settings';
import { Ingestor } from './ingestor';
import { LineFormats } from './line-formats';

const folder = useFolder();

describe('folding late events', () => {
  it('takes no more than a tenth of the time, however often lines come late', async () => {
    const settings = testSettings(folder.path);
    const stores = await Stores.open(settings, 'a test');
    const serverId = await stores.addServer(settings);
    const format = { zone: new ZoneOffsets('UTC'), formats: new LineFormats('utf-8') };
    let now = 0;
    const ingestor = new Ingestor(
      stores.history,
      stores.live,
      new Map([[serverId, format]]),
      () => now,
    );
    // A history so long that folding it takes a second, and lines that are always late.
    stores.history.refoldLate = async () => {
      now += 1_000;
      return true;
    };
    const isFoldedAt = async (instant: number) => {
      now = instant;
      return ingestor.refoldLate(serverId);
    };
    expect(await isFoldedAt(0)).toBe(true);
    expect(await isFoldedAt(1_500)).toBe(false);
    expect(await isFoldedAt(10_999)).toBe(false);
    expect(await isFoldedAt(11_000)).toBe(true);
    await stores.close();
  });
});
