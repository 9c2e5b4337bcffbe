// Asks Microsoft's own KQL analyser about queries: one JSON object {"query": "..."} a line in, one a
// line out, until the input ends. Argument: a file with the columns of AzureDiagnostics.
//
// Out: diagnostics  what the analyser objects to, with the text it points at
//      columns      of the result, {name, type}
//      statements   how many there are
//      functions    names of all functions called, each once, sorted
//      operators    kinds of all query operators, each once, sorted
//      stars        how many `*` stand for columns
//      strings      the values of all string literals, in order
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { Kusto, System } = globalThis;
const { Symbols } = Kusto.Language;

function workspace(schema) {
  const table = new Symbols.TableSymbol.$ctor7('AzureDiagnostics', schema, null);
  const tables = new (System.Collections.Generic.List$1(Symbols.Symbol).ctor)();
  tables.add(table);
  const database = new Symbols.DatabaseSymbol.$ctor3('workspace', null, tables, false);
  return Kusto.Language.GlobalState.Default.WithDatabase(database);
}

function items(list) {
  const out = [];
  for (let i = 0; i < list.Count; i++) {
    out.push(list.getItem(i));
  }
  return out;
}

function columns(code) {
  const list = code.ResultType?.Columns;
  if (!list) {
    return [];
  }
  const count = System.Array.getCount(list, Symbols.ColumnSymbol);
  return Array.from({ length: count }, (_, i) => {
    const column = System.Array.getItem(list, i, Symbols.ColumnSymbol);
    return { name: column.Name, type: column.Type.Name };
  });
}

function walk(node, see) {
  see(node);
  for (let i = 0; i < node.ChildCount; i++) {
    const child = node.GetChild(i);
    if (child) {
      walk(child, see);
    }
  }
}

function check(query, globals) {
  const code = Kusto.Language.KustoCode.ParseAndAnalyze(query, globals);
  const functions = new Set();
  const operators = new Set();
  const strings = [];
  let stars = 0;
  walk(code.Syntax, (node) => {
    const kind = String(System.Enum.toString(Kusto.Language.Syntax.SyntaxKind, node.Kind ?? 0));
    if (kind === 'FunctionCallExpression') {
      functions.add(node.Name.SimpleName);
    } else if (kind === 'StarExpression') {
      stars++;
    } else if (kind === 'StringLiteralExpression') {
      strings.push(node.LiteralValue);
    } else if (kind.endsWith('Operator')) {
      operators.add(kind);
    }
  });
  return {
    diagnostics: items(code.GetDiagnostics()).map(
      (d) =>
        `${d.Severity} ${d.Code}: ${d.Message} At: ${query.substr(d.Start, Math.max(d.Length, 40))}`),
    columns: columns(code),
    statements: code.Syntax.Statements.Count,
    functions: [...functions].sort(),
    operators: [...operators].sort(),
    stars,
    strings,
  };
}

const globals = workspace(readFileSync(process.argv[2], 'utf8').trim());
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const answer = check(JSON.parse(line).query, globals);
  process.stdout.write(JSON.stringify(answer) + '\n');
}
