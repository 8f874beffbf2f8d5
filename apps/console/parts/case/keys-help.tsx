import { Modal } from 'antd';
import { defineMessages, useText } from '#platform/web/i18n';

const words = defineMessages({
  zh: {
    title: '键盘操作',
    down: '下一件',
    up: '上一件',
    open: '打开',
    pick: '选中或取消',
    search: '搜索',
    page: '下一页、上一页',
    clear: '取消选择',
    help: '显示这份说明',
  },
  en: {
    title: 'Keyboard',
    down: 'Next matter',
    up: 'Previous matter',
    open: 'Open',
    pick: 'Select or unselect',
    search: 'Search',
    page: 'Next page, previous page',
    clear: 'Clear the selection',
    help: 'Show this help',
  },
});

export const KeysHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const t = useText(words);
  const keys = [
    { keys: ['j'], text: t('down') },
    { keys: ['k'], text: t('up') },
    { keys: ['Enter'], text: t('open') },
    { keys: ['x'], text: t('pick') },
    { keys: ['/'], text: t('search') },
    { keys: ['n', 'p'], text: t('page') },
    { keys: ['Esc'], text: t('clear') },
    { keys: ['?'], text: t('help') },
  ];
  return (
    <Modal open={open} onCancel={onClose} title={t('title')} footer={null} width={420} destroyOnHidden>
      <table className="table" data-dense>
        <tbody>
          {keys.map((one) => (
            <tr key={one.text}>
              <th scope="row">
                {one.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{one.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
};
