import { isIpLiteral, parseHexAddress } from '../lines/parse-client.js';
import { parseInternalId } from '../lines/parse-internal-id.js';
import { parseProgram } from '../lines/parse-program.js';
import { IPV4, type AddressTokens } from './address-tokens.js';
import { KNOWN_TEXTS, REASON_TEXTS } from './known-texts.js';
import { replaceParts } from './replace-parts.js';
import { TextMemo } from './text-memo.js';
import { VERSION, type TextRules } from './text-rules.js';

const ADDRESS = /^[\da-f:.]+(?:%\w+)?$/i;
const PORT = /^:\d{1,5}$/;
/** `MD2`, `XM2-FTA`, `XXXCX-OC`, `DIC-1EDU`, and the vendor's own test (log-format.md §9). */
const PRODUCT = /^(?:[A-Z\d]{3,5}|DRTEST)(?:-(?:[A-Z\d]{3}|[A-Z]{1,2}|1EDU))*$/;
/** No more digits than internal ids have. */
const DISPLAY = /^\.\d{0,5}$/;

/**
 * Replaces what could name somebody in the fields of a line. Whatever a field holds, the parser
 * still takes it for what it was: an address for an address, a client for a client.
 */
export class FieldRules {
  private readonly names = this.remember((text) => this.texts.name(text));
  private readonly values = this.remember((text) => this.texts.value(text));
  private readonly clients = this.remember((text) => this.toClient(text));
  private readonly programs = this.remember((text) => this.texts.path(text));

  constructor(
    private readonly texts: TextRules,
    private readonly addresses: AddressTokens,
  ) {}

  /** A text that is no field. */
  message(text: string): string {
    return this.texts.message(text, KNOWN_TEXTS);
  }

  /** The text of a refusal. */
  reason(text: string): string {
    return this.texts.message(text, REASON_TEXTS);
  }

  /** A name of a user. */
  name(text: string): string {
    return this.names.get(text);
  }

  /** A field whose kind is not known, such as the id of a customer or of a session. */
  value(text: string): string {
    return this.values.get(text);
  }

  /** `HOST (43A1189D67F4F3A9-0a174112.1)`, or a host alone. */
  client(text: string): string {
    return this.clients.get(text);
  }

  /** The program of a client; the number of its process stays. */
  program(text: string): string {
    const { executable, processId } = parseProgram(text);
    const path = processId === null ? text : (executable ?? '');
    return this.programs.get(path) + text.slice(path.length);
  }

  /**
   * What the server counts a licence by: a machine's account, a user's name, or the product. Where
   * it is missing, a path may stand in its place.
   */
  internalId(text: string, product: string): string {
    if (text === product) return this.product(text);
    return isWholePath(text) ? this.program(text) : this.name(text);
  }

  /** A field without a name of its own: a path, or known words, or what licence is meant. */
  unnamed(text: string, product: string): string {
    if (text === product) return this.product(text);
    return /[\\/]/.test(text) ? this.program(text) : this.term(text);
  }

  /** A field of known words or short numbers. */
  term(text: string): string {
    return this.findTelling(text) ?? this.message(text);
  }

  /** The code of a product stays; what has not the form of one goes. */
  product(text: string): string {
    return PRODUCT.test(text) ? text : this.term(text);
  }

  /** The version of a program stays. */
  version(text: string): string {
    return VERSION.test(text) ? text : this.term(text);
  }

  private remember(rule: (text: string) => string): TextMemo {
    return new TextMemo((text) => this.findTelling(text) ?? rule(text));
  }

  /** Addresses and ids of machines, which the parser tells by their form, whatever the field. */
  private findTelling(text: string): string | undefined {
    return isIpLiteral(text) || isAddress(text) ? this.toAddress(text) : this.findMachineId(text);
  }

  private toAddress(text: string): string {
    const address = text.replace(/%\w+$/, '');
    const zone = this.texts.value(text.slice(address.length));
    const toRest = (rest: string) => (PORT.test(rest) ? rest : this.addresses.toIpv6(rest));
    const token = replaceParts(address, IPV4, (part) => this.addresses.toIpv4(part), toRest) + zone;
    // An IPv4 address may become longer or shorter, and a text of 45 characters is no address then.
    return isIpLiteral(token) === isIpLiteral(text) ? token : this.addresses.toIpv6(address) + zone;
  }

  /** `ALICE@CORP.S-1-5-21-….0A00002A.1.ABC-41A0000000000001`; undefined for any other text. */
  private findMachineId(text: string): string | undefined {
    const id = parseInternalId(text);
    if (id === null) return undefined;
    const { display, computer } = id;
    const displayAt = text.length - computer.length - display.length - 1;
    const addressAt = displayAt - 9;
    const account = text.slice(0, addressAt);
    const address = this.addresses.toHexIpv4(text.slice(addressAt, addressAt + 8));
    return `${this.texts.name(account)}${address}.${display}.${this.texts.value(computer)}`;
  }

  private toClient(text: string): string {
    const open = text.lastIndexOf(' (');
    if (open < 0 || !text.endsWith(')')) return this.texts.name(text);
    return `${this.texts.name(text.slice(0, open))} (${this.toComputerId(text.slice(open + 2, -1))})`;
  }

  private toComputerId(text: string): string {
    const display = /\.\d*$/.exec(text)?.[0] ?? '';
    const machine = text.slice(0, text.length - display.length);
    const dash = machine.lastIndexOf('-');
    const hardware = dash < 0 ? machine : machine.slice(0, dash);
    const address = dash < 0 ? '' : `-${this.toHexAddress(machine.slice(dash + 1))}`;
    return (
      this.texts.value(hardware) +
      address +
      (DISPLAY.test(display) ? display : this.texts.value(display))
    );
  }

  private toHexAddress(text: string): string {
    return parseHexAddress(text) === null ? this.texts.value(text) : this.addresses.toHexIpv4(text);
  }
}

/** Whether a text is a path from a drive or from the root. */
export const isWholePath = (text: string): boolean => /^(?:[A-Z]:)?[\\/]/i.test(text);

/** What looks like an IPv6 address, however long. */
const isAddress = (text: string) => text.includes(':') && ADDRESS.test(text);
