import { parseLine } from './parse-line.js';
import type {
  ClientRef,
  DenialReason,
  LicenseEvent,
  LicenseModel,
  MalformedReason,
  MessageTopic,
  ParsedLine,
  UsageEvent,
  WallMs,
} from './parsed-line.js';

// The compiler checks these types (`tsc -p tsconfig.spec.json`): a line below `@ts-expect-error`
// that compiles is an error. Running them shows that the values have the types' shape.

type IsSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles only where both types are the same. */
const same = <A, B>(isSame: IsSame<A, B>) => isSame;

const stamp = '2025/05/19 08:01:13:027';
const lines: Record<ParsedLine['type'], string> = {
  grant: `${stamp} I USGTRACING  Grant!!MD2`,
  detachment: `${stamp} I USGTRACING  Detachment!!MD2`,
  timeout: `${stamp} I USGTRACING  TimeOut!!MD2`,
  denial: `${stamp} W LICENSESERV MD2 not granted, denied`,
  serverStart: `${stamp} I STARTSERVER Server version 6.425.4`,
  serverStop: `${stamp} I STOPSERVER  License server stopped`,
  suspend: `${stamp} I RUNTIMEDATA System has been suspended`,
  resume: `${stamp} I RUNTIMEDATA System has been resumed`,
  message: `${stamp} I ENROLL      text`,
  continuation: '\tat com.example.Server.run',
  malformed: 'text',
};

function assertNever(line: never): never {
  throw new Error(`a line of no known type: ${JSON.stringify(line)}`);
}

/** One field that only lines of the type have. */
function tell(line: ParsedLine): unknown {
  switch (line.type) {
    case 'grant':
    case 'detachment':
    case 'timeout':
      return line.product satisfies UsageEvent['product'];
    case 'denial':
      return line.reason satisfies DenialReason;
    case 'serverStart':
    case 'serverStop':
    case 'suspend':
    case 'resume':
      return line.version satisfies string | null;
    case 'message':
      return line.topic satisfies MessageTopic | null;
    case 'continuation':
      return line.text satisfies string;
    case 'malformed':
      return line.reason satisfies MalformedReason;
    default:
      return assertNever(line);
  }
}

describe('the type of a line', () => {
  it.each(Object.entries(lines))('tells which fields a line has: %s', (type, text) => {
    const line = parseLine(text);
    expect(line.type).toBe(type);
    expect(tell(line)).not.toBeUndefined();
  });

  it('does not compile where a case is missing', () => {
    const tellLess = (line: ParsedLine): string => {
      if ('wallAt' in line) return line.category;
      switch (line.type) {
        case 'continuation':
          return line.text;
        default:
          // @ts-expect-error a malformed line is not told of
          return assertNever(line);
      }
    };
    expect(tellLess(parseLine(lines.continuation))).toBe('\tat com.example.Server.run');
    expect(() => tellLess(parseLine(lines.malformed))).toThrow('a line of no known type');
  });

  it('gives the fields of its own lines and of no others', () => {
    const message = parseLine(lines.message);
    if (message.type !== 'message') throw new Error('no message');
    // @ts-expect-error a message names no user
    expect(message.user).toBeUndefined();
    // @ts-expect-error a message names no product
    expect(message.product).toBeUndefined();

    const malformed = parseLine(lines.malformed);
    if (malformed.type !== 'malformed') throw new Error('not malformed');
    // @ts-expect-error a line that is not understood has no header
    expect(malformed.wallAt).toBeUndefined();
    // @ts-expect-error nor a text
    expect(malformed.text).toBeUndefined();

    const line = parseLine(lines.grant);
    // @ts-expect-error a field of some lines is read only behind a look at the type
    expect(line.sessionId).toBeNull();
  });

  it('cannot be another than the known ones', () => {
    const line = parseLine(lines.grant);
    // @ts-expect-error no line has this type
    expect(line.type === 'release').toBe(false);
  });

  it('is narrowed by a field that only some lines have', () => {
    const line = parseLine(lines.timeout);
    if (!('sessionId' in line)) throw new Error('no usage');
    const usage: UsageEvent = line;
    expect(usage.type satisfies 'grant' | 'detachment' | 'timeout').toBe('timeout');
  });
});

describe('the values of a line', () => {
  it('are read only', () => {
    const line = parseLine(lines.grant);
    if (line.type !== 'grant') throw new Error('no grant');
    // @ts-expect-error a field cannot be written
    line.user = 'mallory';
    // @ts-expect-error nor what every line has
    line.wallAt = 0;
    // @ts-expect-error nor the type
    line.type = 'timeout';
    // @ts-expect-error nor can a list be made longer
    expect(() => line.faults.push('clientMissing')).not.toThrow();
    const client = { host: 'WS-0042' } as ClientRef;
    // @ts-expect-error nor what a value holds
    client.host = 'WS-0043';
    expect(client.host).toBe('WS-0043');
  });

  it('may be null, so that they are looked at first', () => {
    const line = parseLine(lines.grant);
    if (line.type !== 'grant') throw new Error('no grant');
    // @ts-expect-error the client may be null
    expect(() => line.client.host).toThrow(TypeError);
    // @ts-expect-error the quantity may be null
    const quantity: number = line.quantity;
    expect(quantity).toBeNull();
  });

  it('have closed sets where the log has known words, and open ones where it has not', () => {
    expect(
      same<LicenseModel, 'ConcurrentUser' | 'NamedUser' | 'Token' | 'Credit' | 'unknown'>(true),
    ).toBe(true);
    expect(
      same<DenialReason, 'exhausted' | 'notOwned' | 'policy' | 'expired' | 'version' | 'other'>(
        true,
      ),
    ).toBe(true);
    expect(same<LicenseEvent['level'], string>(true)).toBe(true);
    expect(same<LicenseEvent['category'], string>(true)).toBe(true);
    expect(same<LicenseEvent['wallAt'], WallMs>(true)).toBe(true);
    expect(
      same<
        Exclude<ParsedLine['type'], LicenseEvent['type']>,
        'message' | 'continuation' | 'malformed'
      >(true),
    ).toBe(true);
  });
});
