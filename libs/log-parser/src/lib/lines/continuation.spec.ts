import { isContinuation } from './continuation.js';

describe('isContinuation', () => {
  it.each(['', ' ', '\t', '\r', '\u00a0', ' \t '])('takes a blank line for one: %j', (text) => {
    expect(isContinuation(text)).toBe(true);
  });

  it.each([' text', '\ttext', '\tat com.example.Server.run(Server.java:42)', '    ... 7 more'])(
    'takes an indented line for one: %j',
    (text) => {
      expect(isContinuation(text)).toBe(true);
    },
  );

  it.each([
    'Caused by: broken pipe',
    'Caused by: ',
    'Exception in thread "main" java.lang.Error',
    'Exception in thread ',
    'java.net.SocketException',
    'java.net.SocketException: Broken pipe',
    'java.net.SocketException Broken pipe',
    'java.net.SocketException\tBroken pipe',
    'java.lang.OutOfMemoryError: Java heap space',
    'a.Exception',
    'com.example.Outer$InnerException: broken pipe',
    'a.Error:',
    'com.example.Outer_1.InnerException:x',
  ])('takes a line of a stack trace for one: %j', (text) => {
    expect(isContinuation(text)).toBe(true);
  });

  it.each([
    'text',
    'text ',
    '\rtext',
    '\u00a0text',
    'Caused by:',
    'Exception in thread',
    'An Exception in thread main',
    'com.exa$mple.Exception',
    'caused by: broken pipe',
    'It was Caused by: broken pipe',
    'SocketException: Broken pipe',
    'Exception',
    '.Exception',
    'java.net.Socket: Broken pipe',
    'java.net.SocketExceptions: Broken pipe',
    'java.net.SocketException.: Broken pipe',
    'java..SocketException: Broken pipe',
    '-java.net.SocketException: Broken pipe',
    'java-net.SocketException: Broken pipe',
    'java.net.SocketException, Broken pipe',
    'text java.net.SocketException: Broken pipe',
    'java.net.Socket java.net.SocketException',
    ': java.net.SocketException',
    '2025/13/20 15:06:36:933 I STARTSERVER text',
  ])('takes any other line for none: %j', (text) => {
    expect(isContinuation(text)).toBe(false);
  });
});
