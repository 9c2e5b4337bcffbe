// Parses Bicep: in, one JSON object from path to text; out, one from path to what is in it:
//      errors     where the grammar gives up: "line:column text"
//      resources  {symbol, type, version, existing, properties}; a nested one with its full type and its parent's version;
//                 properties are the paths that are set, as "properties.source", whatever loop or condition they are in
//      modules    {symbol, path, params}: params are the names it is given
//      params     name to the text of its default; "" without one, where it must be given
//      outputs    names
//      objects    name of a var to the keys of its outermost objects
//      unknown    names that are used and declared nowhere, as "line:column name"
//      functions  names of the functions that are called
// A parameters file is read, too: its `param x = ...` count as vars, for which the grammar has a form.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Parser from 'web-tree-sitter';

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Parser.Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

const unquoted = (node) => node.text.replace(/^'|'$/g, '');
const place = (node) => `${node.startPosition.row + 1}:${node.startPosition.column + 1}`;

function grammatical(path, text) {
  return path.endsWith('.bicepparam')
    ? text.replace(/^using .*$/m, '').replace(/^param (\w+) =/gm, 'var $1 =')
    : text;
}

function resource(node, parent) {
  const [symbol, type] = node.namedChildren;
  const [name, version] = unquoted(type).split('@');
  return {
    symbol: symbol.text,
    type: parent && !version ? `${parent.type}/${name}` : name,
    version: version ?? parent?.version ?? '',
    existing: node.children.some((child) => child.type === 'existing'),
    properties: [...new Set(node.namedChildren.slice(2).flatMap((body) => paths(body, '')))].sort(),
  };
}

// Not of the resource, but of Bicep.
const BICEPS_OWN = ['parent', 'scope', 'dependsOn'];

// The innermost properties an object sets. What an expression makes is not looked into.
function paths(node, prefix) {
  if (node.type === 'object') {
    return node.namedChildren
      .filter((child) => child.type === 'object_property')
      .flatMap((property) => {
        const [key, value] = property.namedChildren;
        if (key.type === 'resource_declaration' || (!prefix && BICEPS_OWN.includes(key.text))) {
          return [];
        }
        const path = prefix + unquoted(key);
        const inner = value ? paths(value, `${path}.`) : [];
        return inner.length ? inner : [path];
      });
  }
  return ['array', 'array_item', 'for_statement', 'if_statement'].includes(node.type)
    ? node.namedChildren.flatMap((child) => paths(child, prefix))
    : [];
}

function outermostKeys(node, keys = []) {
  if (node.type === 'object') {
    for (const property of node.namedChildren) {
      if (property.type === 'object_property') {
        keys.push(unquoted(property.namedChildren[0]));
      }
    }
    return keys;
  }
  node.namedChildren.forEach((child) => outermostKeys(child, keys));
  return keys;
}

// All names the file gives to something: what it declares or imports, loop variables, parameters of lambdas.
function declared(node, names = new Set()) {
  const naming = /_declaration$/.test(node.type) || node.type === 'loop_variable' || node.type === 'loop_enumerator';
  if (naming || node.type === 'lambda_expression' || node.type === 'import_functionality') {
    const own = node.type.startsWith('loop_') && node.namedChildCount === 0 ? [node] : node.namedChildren;
    own.filter((child) => /^(identifier|loop_)/.test(child.type)).slice(0, naming ? 1 : 9).forEach((child) => names.add(child.text));
    if (node.type === 'import_functionality') {
      node.text.match(/{([^}]*)}/)[1].split(',').forEach((name) => names.add(name.trim()));
    }
  }
  if (node.type === 'for_statement') {
    node.namedChildren.filter((child) => child.type === 'identifier').slice(0, 1).forEach((child) => names.add(child.text));
  }
  node.namedChildren.forEach((child) => declared(child, names));
  return names;
}

function use(node, found, names) {
  if (node.type === 'call_expression') {
    found.functions.push(node.namedChildren[0].text);
    node.namedChildren.slice(1).forEach((child) => use(child, found, names));
    return;
  }
  if (node.type === 'import_functionality') {
    return;
  }
  if (node.type === 'identifier' && !names.has(node.text)) {
    found.unknown.push(`${place(node)} ${node.text}`);
  }
  const keyed = node.type === 'object_property' && node.namedChildren[0].type === 'identifier';
  node.namedChildren.slice(keyed ? 1 : 0).forEach((child) => use(child, found, names));
}

function given(node) {
  const body = node.descendantsOfType('object_property').find((property) => property.namedChildren[0].text === 'params');
  return body ? outermostKeys(body.namedChildren[1]) : [];
}

function param(node) {
  const rest = node.text.split(/\s=\s/s).slice(1).join(' = ');
  return [node.namedChildren[0].text, rest];
}

function walk(node, found, parent) {
  if (node.isError || node.isMissing) {
    found.errors.push(`${place(node)} ${node.text.split('\n')[0]}`.trim());
  }
  let inside = parent;
  if (node.type === 'resource_declaration') {
    inside = resource(node, parent);
    found.resources.push(inside);
  } else if (node.type === 'module_declaration') {
    const [symbol, path] = node.namedChildren;
    found.modules.push({ symbol: symbol.text, path: unquoted(path), params: given(node) });
  } else if (node.type === 'parameter_declaration') {
    const [name, value] = param(node);
    found.params[name] = value;
  } else if (node.type === 'variable_declaration') {
    found.objects[node.namedChildren[0].text] = outermostKeys(node);
  } else if (node.type === 'output_declaration') {
    found.outputs.push(node.namedChildren[0].text);
  }
  node.children.forEach((child) => walk(child, found, inside));
}

const out = {};
for (const [path, text] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  const found = { errors: [], resources: [], modules: [], params: {}, outputs: [], objects: {}, unknown: [], functions: [] };
  const { rootNode } = parser.parse(grammatical(path, text));
  walk(rootNode, found, undefined);
  use(rootNode, found, declared(rootNode));
  out[path] = found;
}
console.log(JSON.stringify(out));
