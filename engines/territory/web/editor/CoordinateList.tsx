import { useEffect, useState } from 'react';
import type { Position } from '#engines/territory/model';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button, TextArea } from '#platform/web/kit';
import { readCoordinates, writeCoordinates } from './boundary-draft.ts';

const messages = defineMessages({
  zh: {
    label: '坐标（WGS-84，每行一点：经度, 纬度）',
    hint: '也可以从测绘成果中整段粘贴。首尾相同的点只写一次也行。',
    take: '按坐标更新图形',
    wrong: '第 {line} 行不是「经度, 纬度」，请改正',
  },
  en: {
    label: 'Coordinates (WGS-84, one point a line: longitude, latitude)',
    hint: 'A whole list may be pasted; repeating the first point at the end is not needed.',
    take: 'Update the drawing',
    wrong: 'Line {line} is not “longitude, latitude”; please correct it',
  },
});

/** The same boundary as numbers: for those who do not draw by hand, and for surveyed points. */
export const CoordinateList = ({
  positions,
  onChange,
}: {
  positions: readonly Position[];
  onChange: (positions: readonly Position[]) => void;
}) => {
  const t = useText(messages);
  const [text, setText] = useState(() => writeCoordinates(positions));
  const [wrong, setWrong] = useState<string>();
  useEffect(() => {
    setText(writeCoordinates(positions));
    setWrong(undefined);
  }, [positions]);
  const take = (): void => {
    const read = readCoordinates(text);
    if ('line' in read) setWrong(t('wrong', { line: read.line }));
    else {
      setWrong(undefined);
      onChange(read);
    }
  };
  return (
    <div className="lf-stack">
      <TextArea
        label={t('label')}
        hint={t('hint')}
        error={wrong}
        required
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button onClick={take}>{t('take')}</Button>
      </div>
    </div>
  );
};
