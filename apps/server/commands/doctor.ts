import process from 'node:process';
import { parseArgs } from 'node:util';
import { checks, type Finding } from '../doctor/checks.ts';
import { readEnvironment } from '../environment.ts';

const usage = `lifang doctor [--json]

  What is missing on this machine, and how to mend it. Ends with 1 when Lifang cannot run here.`;

const marks = { good: ' ok ', wanting: 'note', missing: 'FAIL' } as const;

const textOf = ({ what, state, found, mend }: Finding): string =>
  [`${marks[state]}  ${what.padEnd(14)} ${found}`, ...(mend ? [`      ${' '.repeat(14)} → ${mend}`] : [])].join('\n');

export const doctor = {
  name: 'doctor',
  summary: 'What is missing on this machine, and how to mend it',
  usage,
  run: async (args: readonly string[]): Promise<void> => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const env = readEnvironment(process.env, process.cwd());
    const findings: Finding[] = [];
    for (const check of checks) {
      const finding = await check(env);
      findings.push(finding);
      if (!values.json) process.stdout.write(`${textOf(finding)}\n`);
    }
    if (values.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
    if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
  },
};
