import { readFileSync } from 'node:fs';
import { ZoneOffsets } from '@license-monitor/log-parser';
import { officeScenario } from '@license-monitor/log-synth';
import { parseEntitlements } from '../capacity/parse-entitlements';
import { useFolder } from '../testing/folder';
import { writeEntitlements } from './write-entitlements';

const folder = useFolder();

describe('the entitlements of a simulated server', () => {
  it('are a file that the monitor reads, with the seats of each pool', () => {
    const scenario = officeScenario({ users: 40 });
    const file = folder.path('new', 'entitlements.yaml');
    writeEntitlements(file, scenario);
    expect(readFileSync(file, 'utf8')).toContain('product: MD2');
    const server = { name: 'demo', zone: new ZoneOffsets('Europe/Paris') };
    const read = parseEntitlements(readFileSync(file, 'utf8'), [server]).get('demo');
    expect(read?.map(({ product, seats }) => [product, seats])).toEqual(
      scenario.products.map(({ code, pool }) => [code, pool]),
    );
  });
});
