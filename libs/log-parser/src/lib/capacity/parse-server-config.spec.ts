import { parseServerConfig } from './parse-server-config.js';
import type { ServerConfig } from './server-config.js';

const lines = [
  '    Server configuration',
  '        Standalone mode',
  '        Computer name:                     lic-01  Computer ID:                      ABC-41A0',
  '        Licensing port:                    4085           Administration port:       4084',
  '        Password protected:                no             Remote administration:     restricted',
  '        Automatic recycling enabled:       yes            License usage statistics enabled: yes',
  '        Enable offline license extraction: no',
];
const read = (...more: string[]) =>
  parseServerConfig([...more, 'admin >'].join('\n')) as ServerConfig;
const labelsOf = (line: string) =>
  read('Server configuration', 'x: y', line)
    .labels.slice(1)
    .map(({ label, value }) => [label, value]);

describe('parseServerConfig', () => {
  it('reads every label', () => {
    expect(read(...lines)).toEqual({
      type: 'config',
      mode: 'standalone',
      computerName: 'lic-01',
      computerId: 'ABC-41A0',
      licensingPort: 4085,
      administrationPort: 4084,
      isPasswordProtected: false,
      remoteAdministration: 'restricted',
      isRecyclingAutomatic: true,
      hasUsageStatistics: true,
      isOfflineExtractionEnabled: false,
      labels: [
        { label: 'Computer name', value: 'lic-01' },
        { label: 'Computer ID', value: 'ABC-41A0' },
        { label: 'Licensing port', value: '4085' },
        { label: 'Administration port', value: '4084' },
        { label: 'Password protected', value: 'no' },
        { label: 'Remote administration', value: 'restricted' },
        { label: 'Automatic recycling enabled', value: 'yes' },
        { label: 'License usage statistics enabled', value: 'yes' },
        { label: 'Enable offline license extraction', value: 'no' },
      ],
      unreadableRows: [],
      faults: [],
    });
  });

  it('leaves out what is not said, and keeps labels that are not known', () => {
    expect(read('Server configuration', 'Colour: red')).toEqual({
      type: 'config',
      mode: null,
      computerName: null,
      computerId: null,
      licensingPort: null,
      administrationPort: null,
      isPasswordProtected: null,
      remoteAdministration: null,
      isRecyclingAutomatic: null,
      hasUsageStatistics: null,
      isOfflineExtractionEnabled: null,
      labels: [{ label: 'Colour', value: 'red' }],
      unreadableRows: [],
      faults: [],
    });
  });

  it.each([
    ['a: 1', [['a', '1']]],
    ['a:  1', [['a', '1']]],
    [
      'a:      b:',
      [
        ['a', ''],
        ['b', ''],
      ],
    ],
    [
      'a: 1 2  b c: 3',
      [
        ['a', '1 2'],
        ['b c', '3'],
      ],
    ],
    [
      'a:  http://proxy:3128  b:  2',
      [
        ['a', 'http://proxy:3128'],
        ['b', '2'],
      ],
    ],
    ['a:  1  2', [['a', '1 2']]],
    ['a: b: c', [['a', 'b: c']]],
    ['1  a:  2', [['a', '2']]],
    [': 1', []],
  ])('takes "%s" apart', (line, labels) => {
    expect(labelsOf(line)).toEqual(labels);
  });

  it.each([
    ['  Standalone mode ', 'standalone'],
    ['Failover mode', 'failover'],
    ['Standalone mode of operation', null],
    ['No Failover mode', null],
  ])('reads the mode from "%s"', (line, mode) => {
    expect(read('Server configuration', 'x: y', line).mode).toBe(mode);
  });

  it('takes the first of labels that stand there twice', () => {
    const config = read(
      'Server configuration',
      'Computer name: a',
      'Computer name: b',
      'Failover mode',
      'Standalone mode',
    );
    expect(config).toMatchObject({ computerName: 'a', mode: 'failover' });
  });

  it('believes neither other words than yes and no nor a port that is no number', () => {
    const config = read(
      'Server configuration',
      'Password protected: maybe',
      'Licensing port: none',
    );
    expect(config).toMatchObject({ isPasswordProtected: null, licensingPort: null });
  });

  it('keeps a line that it cannot read', () => {
    const config = read('Server configuration', 'a: 1', ' no label', 'Warning: slow');
    expect(config.labels).toEqual([{ label: 'a', value: '1' }]);
    expect(config.unreadableRows).toEqual([
      { lineNumber: 3, reason: 'notUnderstood', text: ' no label' },
    ]);
    expect(config.faults).toEqual([{ kind: 'rowsUnreadable', lineNumber: null, text: '' }]);
  });

  it('does not read a last line without its end', () => {
    expect(parseServerConfig('Server configuration\na: 1\nb: 2')).toMatchObject({
      labels: [{ label: 'a', value: '1' }],
      unreadableRows: [{ lineNumber: 3, reason: 'unterminated', text: 'b: 2' }],
      faults: [{ kind: 'endNotSeen' }, { kind: 'rowsUnreadable' }],
    });
  });

  it('passes over what stands before the title', () => {
    expect(read('Colour: red', 'Server configuration', 'Size: 2').labels).toEqual([
      { label: 'Size', value: '2' },
    ]);
  });

  it('reads the first of two and marks that there are two', () => {
    const config = read('Server configuration', 'a: 1', 'admin >Server configuration', 'b: 2');
    expect(config).toMatchObject({ labels: [{ label: 'a' }], faults: [{ kind: 'tableRepeated' }] });
  });

  it('takes a second title for a line that it cannot read', () => {
    const config = read('Server configuration', 'a: 1', 'Server configuration', 'b: 2');
    expect(config.labels.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(config.unreadableRows).toMatchObject([{ lineNumber: 3, reason: 'notUnderstood' }]);
  });

  it.each([
    ['', 'emptyOutput', ''],
    ['The Server configuration\nadmin >', 'answerMissing', 'The Server configuration'],
    ['Server configuration\nadmin >', 'answerMissing', ''],
    ['Server configuration\nStandalone mode\nadmin >', 'answerMissing', ''],
    ['Server configuration\n', 'truncated', ''],
    ['Server configuration\nnot permitted\nadmin >', 'noReadableRow', 'not permitted'],
  ])('of %j is an error', (text, reason, shown) => {
    expect(parseServerConfig(text)).toEqual({ type: 'error', reason, text: shown });
  });
});
