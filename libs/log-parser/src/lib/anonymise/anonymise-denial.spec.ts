import { anonymise, denial, grant, stamp, withUser } from '../../testing/telling-lines.js';
import { parseLine } from '../lines/parse-line.js';
import type { DenialEvent, UsageEvent } from '../lines/parsed-line.js';

describe('the copy of a refusal', () => {
  let copy = '';
  let event: DenialEvent;
  beforeEach(() => {
    [copy = ''] = anonymise(denial);
    event = parseLine(copy) as DenialEvent;
  });

  it('keeps what names nobody, and its form', () => {
    expect(event).toMatchObject({
      product: 'XM2-FTA',
      reasonText: 'no more available license',
      executable: 'C:\\DS\\CNEXT.exe',
      processId: 7,
      unknownFields: ['XM2-FTA'],
      faults: [],
    });
    expect(copy.endsWith(' ( 7) )')).toBe(true);
  });

  it('has the tokens that usage lines have', () => {
    const [usage = ''] = anonymise(grant);
    const { client, ip, user, internalId } = parseLine(usage) as UsageEvent;
    expect(event).toMatchObject({ client, ip, user, internalId });
  });

  it.each([
    ['MD2 not granted, no more available license', /^MD2 not granted, no more available license$/],
    ['alice not granted, x', /^[g-z]{5} not granted, [g-z]$/],
    ['MD2 not granted, to alice', /^MD2 not granted, to [g-z]{5}$/],
    ['a b not granted, MD2', /^a [g-z] not granted, [G-Z]{2}\d$/],
    [' not granted, MD2', / not granted, [G-Z]{2}\d$/],
    ['MD2 not granted', /^[G-Z]{2}\d not granted$/],
  ])('keeps the form of "%s"', (message, form) => {
    const [line = ''] = anonymise(`${stamp} W LICENSESERV ${message}`);
    expect(line.slice(38)).toMatch(form);
  });

  it.each([
    ['No More Available for ALICE', /^No More Available for [G-Z]{5}$/],
    ['updated by bob', /^updated by [g-z]{3}$/],
    ['alicelimitbob', /^[g-z]{5}limit[g-z]{3}$/],
    ['unlimited, expired, reserved', /^unlimited, expired, reserved$/],
    ['xreservationy', /^[g-z]reservation[g-z]$/],
    ['UNAUTHORIZED authorization authoriz', /^UNAUTHORIZED authorization authoriz$/],
    [
      'limits Limited dates dated expires expiration expir',
      /^limits Limited dates dated expires expiration expir$/,
    ],
    ['releases versions levels denied', /^releases versions levels denied$/],
    [
      'no license enrolled, not enrolled, not allowed',
      /^no license enrolled, not enrolled, not allowed$/,
    ],
    ['license of alice', /^license of [g-z]{5}$/],
  ])('keeps the words that tell its reason: %s', (reason, form) => {
    const [line = ''] = anonymise(
      // Names that are known words.
      withUser('more available license enrolled allowed denied expired level'),
      `${stamp} W LICENSESERV MD2 not granted, ${reason}`.replace('license of', 'level of'),
    ).slice(1);
    const expected = form.source.replace('license of', 'level of');
    expect((parseLine(line) as DenialEvent).reasonText).toMatch(new RegExp(expected));
  });

  it.each([
    ['WS ', /^[G-Z]{2} $/],
    ['WS (263.0) )', /^[G-Z]{2} \(\d{3}\.0\) \)$/],
    ['WS (263.0))', /^[G-Z]{2} \(\d{3}\.0\)\)$/],
    ['WS (263.0)', /^[G-Z]{2} \(\d{3}\.0\)$/],
    ['WS(263.0)', /^[G-Z]{2}\(\d{3}\.\d\)$/],
    ['WS (263.0)/alice|bob )  ', /^[G-Z]{2} \(\d{3}\.0\)\/[g-z]{5}\|[g-z]{3} \) {2}$/],
    ['WS|bob|MD2|MD2|MD3|4084 )', /^[G-Z]{2}\|[g-z]{3}\|MD2\|MD2\|[G-Z]{2}\d\|4084 \)$/],
    [
      'WS|bob|C:\\Users\\bin ( 7)|4084 )',
      /^[G-Z]{2}\|[g-z]{3}\|C:\\Users\\[g-z]{3} \( 7\)\|(?!4084)\d{4} \)$/,
    ],
    ['WS|bob|/DS/x|4084|5000 )', /^[G-Z]{2}\|[g-z]{3}\|\/DS\/[g-z]\|(?!4084)\d{4}\|5000 \)$/],
    ['WS|/DS/x|4084|/DS/y )', /^[G-Z]{2}\|\/[G-Z]{2}\/[g-z]\|(?!4084)\d{4}\|\/DS\/[g-z] \)$/],
    [
      'WS|bob|CORP\\code|DS/code|5000 )',
      /^[G-Z]{2}\|[g-z]{3}\|[G-Z]{4}\\[g-z]{4}\|DS\/code\|5000 \)$/,
    ],
    ['WS|bob|4084|x|DS\\code )', /^[G-Z]{2}\|[g-z]{3}\|(?!4084)\d{4}\|[g-z]\|DS\\code \)$/],
  ])('keeps the form of the client "%s"', (who, form) => {
    const [line = ''] = anonymise(`${stamp} W LICENSESERV MD2 not granted, x ( from client ${who}`);
    expect(line.slice(line.indexOf('client ') + 7)).toMatch(form);
  });
});
