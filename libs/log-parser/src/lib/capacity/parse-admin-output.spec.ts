import { parseAdminOutput } from './parse-admin-output.js';

const greeting = [
  'License Administration Tool Version 6.425.4 Built on May 2, 2023, 6:45:36 PM.',
  'admin >\tSoftware version: 6.425.5',
  '\tBuild date: May 3, 2023, 6:45:36 PM',
  '\tStandalone mode',
  '\tReady: yes',
  '\tServer name: lic-01   Server id: ABC-41A0000000000001',
];
const output = (...lines: string[]) => [...greeting, ...lines].join('\n');
const change = (from: string, to: string) => `${output().replace(from, to)}\nadmin >admin >`;

describe('parseAdminOutput', () => {
  it('reads the greeting', () => {
    expect(parseAdminOutput(output('admin >admin >'))).toEqual({
      type: 'session',
      toolVersion: '6.425.4',
      toolBuildDate: 'May 2, 2023, 6:45:36 PM',
      softwareVersion: '6.425.5',
      buildDate: 'May 3, 2023, 6:45:36 PM',
      mode: 'standalone',
      isReady: true,
      servers: [{ name: 'lic-01', id: 'ABC-41A0000000000001' }],
      warnings: [],
      isRestricted: false,
      outputs: [],
      faults: [],
    });
  });

  it('reads the servers of a cluster, also where an id is missing', () => {
    const text = change(
      'Server name: lic-01   Server id: ABC-41A0000000000001',
      'Server names: lic-01\tlic-02 lic-03   Server ids: A-1 A-2 ',
    );
    expect(parseAdminOutput(text)).toMatchObject({
      servers: [
        { name: 'lic-01', id: 'A-1' },
        { name: 'lic-02', id: 'A-2' },
        { name: 'lic-03', id: null },
      ],
    });
  });

  it('reads a server without an id', () => {
    const text = change('   Server id: ABC-41A0000000000001', '');
    expect(parseAdminOutput(text)).toMatchObject({ servers: [{ name: 'lic-01', id: null }] });
  });

  it.each([
    ['Standalone mode', 'standalone'],
    ['Standalone mode (of one)', 'standalone'],
    ['Failover mode (member 2)', 'failover'],
    ['Server name: x', null],
  ])('reads the mode of the line %s', (line, mode) => {
    expect(parseAdminOutput(change('Standalone mode', line))).toMatchObject({ mode });
  });

  it.each([
    ['Ready: yes', true],
    ['Ready: yes, since noon', true],
    ['Ready: no', false],
    ['Ready: no (2 members missing)', false],
    ['Ready: nope', null],
    ['Ready: yesterday', null],
    ['Ready: oh no', null],
    ['Ready: oh yes', null],
    ['Ready:', null],
    ['Standalone mode', null],
  ])('reads from %s whether the server is ready', (line, isReady) => {
    expect(parseAdminOutput(change('Ready: yes', line))).toMatchObject({ isReady });
  });

  it('leaves out what the greeting does not say', () => {
    expect(parseAdminOutput('Software version: 6.425.4\nadmin >')).toEqual({
      type: 'session',
      toolVersion: null,
      toolBuildDate: null,
      softwareVersion: '6.425.4',
      buildDate: null,
      mode: null,
      isReady: null,
      servers: [],
      warnings: [],
      isRestricted: false,
      outputs: [],
      faults: [],
    });
  });

  it.each([
    [' Built on May 2, 2023.', 'May 2, 2023'],
    [' Built on May 2, 2023', 'May 2, 2023'],
    ['  Built on  May 2, 2023. ', 'May 2, 2023'],
    ['  Built on  ', ''],
    ['  ', null],
    ['', null],
  ])('reads the tool line that ends in "%s"', (end, toolBuildDate) => {
    const text = change(' Built on May 2, 2023, 6:45:36 PM.', end);
    expect(parseAdminOutput(text)).toMatchObject({ toolVersion: '6.425.4', toolBuildDate });
  });

  it('gives the answers in order, each from its prompt to the next', () => {
    const text = output(
      'admin >first',
      'second',
      'admin >getConfig',
      '  third',
      'admin >admin > fourth',
      'admin >quit',
    );
    expect(parseAdminOutput(`${text}\n`)).toMatchObject({
      outputs: [
        { command: null, lineNumber: 7, lines: ['first', 'second'] },
        { command: 'getConfig', lineNumber: 9, lines: ['  third'] },
        { command: null, lineNumber: 11, lines: [' fourth'] },
        { command: 'quit', lineNumber: 12, lines: [] },
      ],
      faults: [],
    });
  });

  it('takes what no prompt divides from the greeting for an answer', () => {
    expect(
      parseAdminOutput(output('first', '\tReady: yes', 'admin >second', 'admin >')),
    ).toMatchObject({
      outputs: [
        { command: null, lineNumber: 7, lines: ['first', '\tReady: yes'] },
        { command: null, lineNumber: 9, lines: ['second'] },
      ],
    });
  });

  it('reads of the greeting only what stands together', () => {
    const text = output('first', 'Ready: yes', 'admin >').replace('\tReady: yes\n', '');
    expect(parseAdminOutput(text)).toMatchObject({
      isReady: null,
      outputs: [{ lines: ['first', 'Ready: yes'] }],
    });
  });

  it('reads the first of two greetings', () => {
    const second = 'Software version: 7\nBuild date: later';
    expect(
      parseAdminOutput(output(second, 'text', second, `admin >${second}`, 'admin >')),
    ).toMatchObject({
      softwareVersion: '6.425.5',
      buildDate: 'May 3, 2023, 6:45:36 PM',
      outputs: [
        { lines: ['text', 'Software version: 7', 'Build date: later'] },
        { lines: ['Software version: 7', 'Build date: later'] },
      ],
    });
  });

  it('keeps the command away from what follows its greeting', () => {
    const text = output('first', 'admin >').replace('admin >\tS', 'admin >connect lic-01 4084\nS');
    expect(parseAdminOutput(text)).toMatchObject({
      outputs: [{ command: null, lineNumber: 8, lines: ['first'] }],
    });
  });

  it('gives nothing that stands before the greeting, where a password may be', () => {
    const text = output('admin >').replace('admin >\tS', 'admin >sesame\nadmin >open\n\tS');
    expect(JSON.stringify(parseAdminOutput(text))).not.toMatch(/sesame|open/);
  });

  it('gives warnings apart from answers, wherever they stand', () => {
    const text = output(
      'Warning: restricted connection, some operations are not permitted. ',
      'admin >first',
      'Warning: a disk is full',
      'admin >Warning: last',
      'admin >',
    );
    expect(parseAdminOutput(text)).toMatchObject({
      warnings: [
        'Warning: restricted connection, some operations are not permitted.',
        'Warning: a disk is full',
        'Warning: last',
      ],
      isRestricted: true,
      outputs: [{ command: null, lineNumber: 8, lines: ['first'] }],
    });
  });

  it('does not take another warning for one of a restricted connection', () => {
    const text = output('Warning: a disk is full', 'not a Warning: at all', 'admin >');
    expect(parseAdminOutput(text)).toMatchObject({
      warnings: ['Warning: a disk is full'],
      isRestricted: false,
      outputs: [{ lines: ['not a Warning: at all'] }],
    });
  });

  it('marks answers whose end is not seen', () => {
    expect(parseAdminOutput(output('admin >first\n'))).toMatchObject({
      type: 'session',
      outputs: [{ lines: ['first'] }],
      faults: [{ kind: 'endNotSeen', lineNumber: null, text: '' }],
    });
  });

  it('is an error where the output stops with the greeting', () => {
    expect(parseAdminOutput(output())).toEqual({ type: 'error', reason: 'truncated', text: '' });
  });

  it('is an error where no server was reached', () => {
    expect(parseAdminOutput('admin > Cannot connect to server lic-01 on port 4084 \n')).toEqual({
      type: 'error',
      reason: 'cannotConnect',
      text: 'Cannot connect to server lic-01 on port 4084',
    });
  });
});
