import assert from 'node:assert/strict';
import { pathToCode } from '#engines/territory/model';
import { district, newId, paths, tree } from './pack.ts';
import { bodies, bodyAt, database, engines, matters, people, playbooks } from './world.ts';

/** Plants bodies, posts, people, matters of every label and plates; call it before the first test. */
export const plantWorld = async (): Promise<void> => {
  await engines.territory.plantTerritory(tree.map(([path, level]) => ({ path, level, name: `地〔${path}〕` })));
  for (const one of [district, '990102']) {
    const mine = (path: string) => path.replaceAll('.', '').startsWith(one);
    await engines.organisation.plantOrganisation({
      district: one,
      bodies: bodies
        .filter(({ path }) => mine(path))
        .map(({ id, name, path }) => ({ id, name, kind: 'property', territory: path })),
      posts: people
        .filter(({ path }) => mine(path))
        .map(({ post, path }) => ({
          id: post,
          body: bodyAt(path),
          title: `岗〔${path}〕`,
          role: 'worker',
          scope: path,
        })),
      people: people.filter(({ path }) => mine(path)).map(({ id, name, path }) => ({ id, name, home: path })),
      holders: people
        .filter(({ path }) => mine(path))
        .map(({ id, post }) => ({ person: id, post, from: '2026-01-01' })),
    });
  }
  await engines.ready();
  const system = (path: string) => ({
    kind: 'staff' as const,
    person: newId(),
    name: '某',
    posts: ['worker', 'dispatcher'].map((held) => ({
      id: newId(),
      role: held,
      body: bodyAt('99.01.01.'),
      scope: path,
    })),
  });
  let moment = Date.now() - 86_400_000;
  const histories = paths.flatMap((path) =>
    (['internal', 'sensitive', 'key-persons'] as const).flatMap((label) =>
      [null, bodyAt('99.01.01.'), bodyAt('99.01.01.002.')].map((task) => {
        moment += 1_000;
        const now = new Date(moment).toISOString();
        const actor = system(path);
        const matter = {
          id: newId(),
          path,
          label,
          playbook: playbooks[label].id,
          task,
          reporter: actor.person,
          number: '',
        };
        matters.push(matter);
        const act = (action: string, form: Record<string, unknown>) => ({ action, form, actor, now });
        return {
          report: {
            district: pathToCode(path).slice(0, 6),
            id: matter.id,
            playbook: matter.playbook,
            category: '0101',
            place: { path, point: { lng: 114, lat: 22 }, text: `处〔${path}〕${label}` },
            values: { words: '灯不亮' },
            channel: 'app',
            reporter: { kind: 'staff' as const, person: actor.person, enteredBy: null },
            actor,
            now,
          },
          steps: task === null || !path.startsWith('99.01.01.') ? [] : [act('accept', {}), act('send', { body: task })],
        };
      }),
    ),
  );
  for (const matter of matters) if (!matter.path.startsWith('99.01.01.')) Object.assign(matter, { task: null });
  const { refused, states } = await engines.cases.writeHistories(histories);
  assert.deepEqual(refused, []);
  for (const matter of matters) matter.number = states.get(matter.id)?.number ?? '';
  await database.pool.query(
    "insert into qr_plate (district, code, path, made_at) select $1, 'PLATE' || n, p, now() from unnest($2::text[]) with ordinality as t(p, n)",
    [district, paths.filter((path) => path.startsWith('99.01.01.'))],
  );
};
