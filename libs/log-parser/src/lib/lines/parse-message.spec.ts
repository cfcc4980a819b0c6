import { parseMessage, toMessage } from './parse-message.js';
import type { LineHeader, MessageTopic, ServerEvent } from './parsed-line.js';

const header = (category: string, level = 'I'): LineHeader => ({ wallAt: 42, level, category });
const message = (
  head: LineHeader,
  text: string,
  topic: MessageTopic | null,
  detail: string | null = null,
) => ({ ...head, type: 'message', topic, detail, text });

describe('an event of the server', () => {
  const events: [string, string, ServerEvent['type']][] = [
    ['STARTSERVER', 'Server version', 'serverStart'],
    ['STOPSERVER', 'License server stopped', 'serverStop'],
    ['RUNTIMEDATA', 'System has been suspended', 'suspend'],
    ['RUNTIMEDATA', 'System has been resumed', 'resume'],
  ];

  it.each(events)('of %s is known by "%s" anywhere in the text', (category, part, type) => {
    for (const text of [part, `${part}.`, `Note: ${part} at last`]) {
      const head = header(category);
      expect(parseMessage(head, text)).toEqual({ ...head, type, version: null, text });
    }
  });

  it.each(events)('of %s is none without "%s" as it is written', (category, part) => {
    const head = header(category, 'W');
    for (const text of ['', part.slice(0, -1), part.toLowerCase()]) {
      expect(parseMessage(head, text)).toEqual(message(head, text, null));
    }
  });

  it.each(events)('is none in another category than %s: "%s"', (category, part) => {
    for (const other of ['LICENSESERV', 'ENROLL', `${category}X`, category.toLowerCase()]) {
      expect(parseMessage(header(other), part)).toEqual(message(header(other), part, null));
    }
  });

  it('is of any level', () => {
    const head = header('STOPSERVER', 'W');
    expect(parseMessage(head, 'License server stopped')).toEqual({
      ...head,
      type: 'serverStop',
      version: null,
      text: 'License server stopped',
    });
  });

  it.each([
    ['Server version 6.425.4 built on 230502184536', '6.425.4'],
    ['Server version 6.425.4', '6.425.4'],
    ['Server version 6', '6'],
    ['Server version 6.425.4a_1-beta', '6.425.4a_1'],
    ['Server version unknown', null],
    ['Server version  6', null],
    ['Server version n/a, subversion 7', null],
    ['Server version', null],
  ])('tells the version of "%s": %s', (text, version) => {
    const head = header('STARTSERVER');
    expect(parseMessage(head, text)).toEqual({ ...head, type: 'serverStart', version, text });
  });
});

describe('a message of the server', () => {
  const topics: [string, string, MessageTopic, string, string | null][] = [
    ['INITSERVER', 'I', 'serverVersion', 'Server version 6.218.0 built on 230502', '6.218.0'],
    ['INITSERVER', 'I', 'serverVersion', 'Server version 6.218.0', '6.218.0'],
    ['INITSERVER', 'I', 'serverVersion', 'The Server version 6.218.0 is old', '6.218.0'],
    ['INITSERVER', 'I', 'serverVersion', 'Server version ', null],
    [
      'INITSERVER',
      'I',
      'initialising',
      String.raw`Initializing license server on C:\Data of DS args [-adminPort 4084]`,
      String.raw`C:\Data of DS`,
    ],
    ['INITSERVER', 'I', 'initialising', 'Initializing license server on /var/ds', '/var/ds'],
    ['INITSERVER', 'I', 'initialising', 'Initializing license server on  args []', null],
    ['INITSERVER', 'I', 'serverId', 'ComputerId ABC-41A0000000000001', 'ABC-41A0000000000001'],
    ['INITSERVER', 'I', 'serverId', 'ComputerId ABC-41A0 of WS-0042', 'ABC-41A0'],
    ['INITSERVER', 'I', 'initialised', 'Server successfully initialized.', null],
    [
      'INITSERVER',
      'I',
      'initialised',
      'License server already initialized on /var/ds of today',
      '/var/ds of today',
    ],
    ['INITSERVER', 'E', 'initialisationFailed', 'Cannot create /var/ds', null],
    ['INITSERVER', 'E', 'initialisationFailed', '', null],
    ['ENROLL', 'I', 'serverReady', 'Licensing service started', null],
    ['LICENSESERV', 'W', 'serverReady', 'The Licensing service started.', null],
    ['ADMINSERVER', 'I', 'administrationStarted', 'Administration connection started', null],
    ['ADMINSERVER', 'I', 'administrationEnded', 'Administration connection ended.', null],
    ['ADMINSERVER', 'I', 'administrationCommand', 'GetConfig command issued', 'GetConfig'],
    ['ADMINSERVER', 'W', 'administrationCommand', '  Get All command issued by x', 'Get All'],
    ['ADMINSERVER', 'I', 'administrationCommand', ' command issued', null],
    ['MONITORING', 'W', 'uploadFailed', 'Fail to upload file', null],
    [
      'TOKENS',
      'E',
      'uploadFailed',
      'Fail to upload file  java.net.UnknownHostException: host.example ',
      'java.net.UnknownHostException: host.example',
    ],
  ];

  it.each(topics)('of %s and %s is about %s: "%s"', (...[category, level, topic, text, detail]) => {
    const head = header(category, level);
    expect(parseMessage(head, text)).toEqual(message(head, text, topic, detail));
  });

  it.each([
    ['STATISTICS', 'Server version 6.218.0'],
    ['STATISTICS', 'Initializing license server on /var/ds'],
    ['STATISTICS', 'ComputerId ABC-41A0000000000001'],
    ['STATISTICS', 'Server successfully initialized'],
    ['STATISTICS', 'License server already initialized on /var/ds'],
    ['INITSERVER', 'Administration connection started'],
    ['INITSERVER', 'Administration connection ended'],
    ['INITSERVER', 'GetConfig command issued'],
    ['INITSERVER', 'Cannot create /var/ds'],
    ['INITSERVER', ''],
    ['ADMINSERVER', 'GetConfig'],
    ['ADMINSERVER', 'GetConfigcommand issued'],
    ['INITSERVER', 'Server version'],
    ['INITSERVER', 'ComputerId'],
    ['MONITORING', 'Licensing service stopped'],
    ['MONITORING', 'Failed to upload file'],
    ['MONITORING', 'licensing service started'],
  ])('of %s has no topic: "%s"', (category, text) => {
    for (const level of ['I', 'W']) {
      const head = header(category, level);
      expect(parseMessage(head, text)).toEqual(message(head, text, null));
    }
  });

  it('tells of a failure only at the initialisation', () => {
    const head = header('REPOSITORY', 'E');
    expect(parseMessage(head, 'Cannot initialize repository')).toEqual(
      message(head, 'Cannot initialize repository', null),
    );
  });

  it('is about the first topic that fits', () => {
    const head = header('INITSERVER', 'E');
    const text = 'Server version 6.218.0, ComputerId ABC-41A0, Licensing service started';
    expect(parseMessage(head, text)).toEqual(message(head, text, 'serverVersion', '6.218.0,'));
    expect(parseMessage(head, 'Licensing service started')).toEqual(
      message(head, 'Licensing service started', 'initialisationFailed'),
    );
  });
});

describe('toMessage', () => {
  it('keeps the text as it is and only the header of what it is given', () => {
    const head = { ...header('ENROLL'), more: 1 };
    expect(toMessage(head, null, ' any  text ')).toEqual(
      message(header('ENROLL'), ' any  text ', null),
    );
    expect(toMessage(head, 'serverReady', '')).toEqual(
      message(header('ENROLL'), '', 'serverReady'),
    );
  });
});
