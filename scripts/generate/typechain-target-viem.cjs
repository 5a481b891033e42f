'use strict';
// TypeChain target that emits viem-ready `as const` ABIs (no runtime dependency).
const { join, relative, resolve } = require('node:path');
const { TypeChainTarget, extractAbi, extractBytecode, normalizeName, parseContractPath,
  shortenFullJsonFilePath, normalizeSlashes } = require('typechain');

const lower = (s) => s[0].toLowerCase() + s.slice(1);
const ident = (raw) => { const n = normalizeName(raw); return /^[A-Z]+$/.test(n) ? n.toLowerCase() : lower(n); };

class Viem extends TypeChainTarget {
  name = 'viem';
  contracts = [];
  constructor(config) {
    super(config);
    this.out = resolve(config.cwd, config.outDir || './typechain-types');
    this.ext = '.ts';
  }
  transformFile(file) {
    const abi = extractAbi(file.contents);
    if (abi.length === 0) return;
    const rel = normalizeSlashes(relative(this.cfg.inputDir, shortenFullJsonFilePath(file.path, this.cfg.allFiles)));
    const { name, path } = parseContractPath(rel);
    const c = { name, dir: path.join('/'), id: ident(name) };
    this.contracts.push(c);
    const { bytecode, linkReferences } = extractBytecode(file.contents) ?? {};
    const out = [{
      path: join(this.out, c.dir, `${name}.ts`),
      contents: [
        `import type * as viem from 'viem'`,
        `export const ${c.id}Abi = ${JSON.stringify(abi)} as const satisfies viem.Abi`,
        `export type ${name}Abi = typeof ${c.id}Abi`,
        `export type ${name}<client extends viem.Client = viem.Client> = viem.GetContractReturnType<${name}Abi, client, viem.Address>`,
        `export type ${name}Read = viem.ContractFunctionName<${name}Abi, 'pure' | 'view'>`,
        `export type ${name}Write = viem.ContractFunctionName<${name}Abi, 'nonpayable' | 'payable'>`,
        `export type ${name}Event = viem.ContractEventName<${name}Abi>`,
        `export type ${name}Error = viem.ContractErrorName<${name}Abi>`,
      ].join('\n'),
    }];
    if (bytecode && !linkReferences?.length) out.push({
      path: join(this.out, 'bytecode', c.dir, `${name}.ts`),   // apart, so reading an ABI never pulls bytecode in
      contents: `export const ${c.id}Bytecode = '${bytecode}' as const`,
    });
    return out;
  }
  afterRun() {
    const seen = new Map();
    for (const c of this.contracts) seen.set(c.name, [...(seen.get(c.name) ?? []), c]);
    const lines = [];
    for (const [name, cs] of seen) {
      if (cs.length > 1) continue;                              // ambiguous: import by its full path
      const c = cs[0], p = c.dir ? `${c.dir}/${name}` : name;
      lines.push(`export { ${c.id}Abi } from './${p}${this.ext}'`, `export type { ${name}, ${name}Abi, ${name}Read, ${name}Write, ${name}Event, ${name}Error } from './${p}${this.ext}'`);
    }
    return { path: join(this.out, 'index.ts'), contents: lines.join('\n') };
  }
}
module.exports = { default: Viem };
