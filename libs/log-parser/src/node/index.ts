export { anonymiseLog, type AnonymisedLog } from './anonymise-log.js';
export { createFileDecoder, createNodeDecoder } from './create-node-decoder.js';
export { NotALogError, type NotALogKind } from './not-a-log-error.js';
export { identifyLog } from './read-content.js';
export { readLog, type LogReading, type ReadLogOptions } from './read-log.js';
