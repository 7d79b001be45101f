import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/**
 * Leaves out what `assert` states: no input breaks an invariant, so that no test of behaviour can tell a mutant of it.
 * `path` is Babel's.
 */
const invariants = {
  shouldIgnore: ({ node }) =>
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'assert'
      ? 'states an invariant'
      : undefined,
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'invariants', invariants)]
