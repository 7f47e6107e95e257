"""The names of menus as the lab's computers show them. Whoever sits at such a computer may correct the table.

A line is: name | system | Russian | Kazakh | English. `*` is every system that has no line of its own. A word with
`?` behind it was chosen as the plain word and has not been read off such a screen yet. An arrow leads from a line of a
menu to one beside it; `unnamed` is what a new folder is called until it has a name. Windows speaks Kazakh only where
its language pack is installed; Windows 11 has kept the words of Windows 10.
"""

SYSTEMS = {
    "windows-7": "Windows 7",
    "windows-10": "Windows 10",
    "windows-11": "Windows 11",
    "mint": "Linux Mint (Cinnamon)",
}
LANGUAGES = ("ru", "kk", "en")

TABLE = """
start         | *         | Пуск                 | Бастау               | Start
start         | mint      | Меню                 | Мәзір                | Menu
shut-down     | *         | Завершение работы    | Жұмысты аяқтау       | Shut down
shut-down     | mint      | Выключить            | Сөндіру ?            | Shut Down
restart       | *         | Перезагрузка         | Қайта іске қосу      | Restart
restart       | mint      | Перезагрузить        | Қайта іске қосу ?    | Restart
sleep         | *         | Спящий режим         | Ұйқы режимі ?        | Sleep
sleep         | windows-7 | Сон                  | Ұйқы режимі ?        | Sleep
sleep         | mint      | Ждущий режим ?       | Ұйқы режимі ?        | Suspend
file          | *         | Файл                 | Файл                 | File
new           | *         | Создать              | Жасау ?              | New
open          | *         | Открыть              | Ашу                  | Open
save          | *         | Сохранить            | Сақтау               | Save
save-as       | *         | Сохранить как        | Басқаша сақтау       | Save as
close         | *         | Закрыть              | Жабу                 | Close
print         | *         | Печать               | Басып шығару         | Print
cut           | *         | Вырезать             | Қиып алу             | Cut
copy          | *         | Копировать           | Көшіру               | Copy
paste         | *         | Вставить             | Қою                  | Paste
undo          | *         | Отменить             | Болдырмау            | Undo
delete        | *         | Удалить              | Жою                  | Delete
delete        | mint      | Удалить в корзину ?  | Себетке тастау ?     | Move to Trash
rename        | *         | Переименовать        | Атауын өзгерту ?     | Rename
new-folder    | *         | Создать → Папку      | Жасау → Қалта ?      | New → Folder
new-folder    | mint      | Создать папку ?      | Жаңа қалта жасау ?   | Create New Folder
unnamed       | *         | Новая папка          | Жаңа қалта           | New folder
unnamed       | mint      | Безымянная папка ?   | Атаусыз қалта ?      | Untitled Folder
recycle-bin   | *         | Корзина              | Себет                | Recycle Bin
recycle-bin   | mint      | Корзина              | Себет                | Trash
restore       | *         | Восстановить         | Қалпына келтіру      | Restore
search        | *         | Поиск                | Іздеу                | Search
properties    | *         | Свойства             | Сипаттар             | Properties
desktop       | *         | Рабочий стол         | Жұмыс үстелі         | Desktop
documents     | *         | Документы            | Құжаттар             | Documents
downloads     | *         | Загрузки             | Жүктеулер            | Downloads
language-bar  | *         | Языковая панель      | Тіл тақтасы ?        | Language bar
language-bar  | mint      | Раскладка клавиатуры | Пернетақта жаймасы ? | Keyboard layout
"""


def _read(table):
    """Return {(name, system): {language: words}}."""
    read = {}
    for line in table.strip().splitlines():
        name, system, *words = (cell.strip() for cell in line.split("|"))
        said = (word.removesuffix("?").strip() for word in words)
        read[name, system] = dict(zip(LANGUAGES, said, strict=True))
    return read


_names = _read(TABLE)
NAMES = frozenset(name for name, system in _names)


def menu_name(name, system, language):
    """Return what a computer with this `system` and `language` of menus calls the menu `name`."""
    words = _names.get((name, system)) or _names[name, "*"]
    return words[language if language in LANGUAGES else "en"]
