import { commandOf, findCommands } from '../command-list.ts';

const usage = `lifang help [COMMAND]

  Lists all commands, or tells about one.`;

export const help = {
  name: 'help',
  summary: 'List all commands, or tell about one',
  usage,
  run: async (args: readonly string[]): Promise<void> => {
    const commands = await findCommands();
    const found = args.length > 0 ? commandOf(args, commands) : undefined;
    if (found) {
      process.stdout.write(`${found.command.usage}\n`);
      return;
    }
    const width = Math.max(...commands.map(({ name }) => name.length));
    const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`);
    process.stdout.write(
      [
        'lifang: the command line of 里坊. It works whether or not the server is running.',
        '',
        '  npm run -s lifang -- COMMAND …',
        '',
        ...lines,
        '',
        'About one of them: npm run -s lifang -- help COMMAND. DATABASE_URL and LIFANG_DATA are honoured.',
        '',
      ].join('\n'),
    );
  },
};
