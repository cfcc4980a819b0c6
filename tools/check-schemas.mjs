// Fails when the schemas of the API's answers differ from the types of libs/api-contract, of which they
// are made. `--write` makes them anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import {
  createFormatter,
  createParser,
  createProgram,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import { root } from './workspace.mjs';

const contract = join(root, 'libs/api-contract/src/index.ts');
const file = 'apps/api/src/openapi/schemas.json';

/** A schema of each type, by name. Fields that a type does not have are refused, and none is optional. */
function makeSchemas() {
  const config = {
    path: contract,
    tsconfig: join(root, 'libs/api-contract/tsconfig.lib.json'),
    type: '*',
    expose: 'export',
    topRef: true,
    jsDoc: 'extended',
    additionalProperties: false,
    encodeRefs: false,
    // The types are checked by themselves; a composite project wants all its files listed here.
    skipTypeCheck: true,
  };
  const program = createProgram(config);
  const generator = new SchemaGenerator(
    program,
    createParser(program, config),
    createFormatter(config),
    config,
  );
  const { definitions } = generator.createSchema('*');
  const schemas = exportsOf(program).flatMap((name) => {
    const schema = definitions[name];
    return schema === undefined ? [] : [[name, withoutGenerics(schema, definitions)]];
  });
  const text = JSON.stringify(Object.fromEntries(schemas));
  return text.replaceAll('"#/definitions/', '"#/components/schemas/');
}

/** What the contract exports; what its types are only made of, such as their range, is no schema. */
function exportsOf(program) {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(contract));
  return checker
    .getExportsOfModule(symbol)
    .map(({ name }) => name)
    .sort();
}

/** `Page<EventDto>` is no name in OpenAPI: the type that is nothing but it has its fields. */
function withoutGenerics({ $ref, ...schema }, definitions) {
  const name = $ref?.slice('#/definitions/'.length);
  if (name === undefined) return schema;
  return name.includes('<') ? { ...definitions[name], ...schema } : { $ref, ...schema };
}

const path = join(root, file);
const options = await resolveConfig(path);
const wanted = await format(makeSchemas(), { ...options, parser: 'json' });
if (process.argv.includes('--write')) writeFileSync(path, wanted);
const isFresh = readFileSync(path, 'utf8') === wanted;
if (!isFresh)
  console.error(`${file} differs from the contract: node tools/check-schemas.mjs --write`);
console.log(
  `${Object.keys(JSON.parse(wanted)).length} schemas, ${isFresh ? 'all' : 'not all'} up to date`,
);
process.exit(isFresh ? 0 : 1);
