"""The colours, type, spaces and style sheet of ui/theme, compiled."""

LIGHT = {'acc': '#2A5BC7',
 'accH': '#214BA8',
 'accS': '#E6EDFB',
 'accT': '#1F4AA6',
 'bad': '#B0261E',
 'badS': '#FCE9E7',
 'bg': '#F7F7F5',
 'board': '#7A3688',
 'boardS': '#F5E9F7',
 'card': '#FFFFFF',
 'ctl': '#8A8A83',
 'focus': '#2A5BC7',
 'good': '#2A6F3A',
 'goodS': '#E5F3E8',
 'line': '#E1E1DC',
 'on_acc': '#FFFFFF',
 'side': '#EFEFEC',
 'staff': '#00697F',
 'staffS': '#E2F2F5',
 'sunk': '#F1F1EE',
 'tx': '#1E2024',
 'tx2': '#50535A',
 'tx3': '#686B72',
 'warn': '#8A5300',
 'warnS': '#FBF0DC'}
DARK = {'acc': '#3E6FDB',
 'accH': '#3462C6',
 'accS': '#23314F',
 'accT': '#9DBBF7',
 'bad': '#F2938A',
 'badS': '#43201D',
 'bg': '#17181B',
 'board': '#D9A0E4',
 'boardS': '#3A2340',
 'card': '#202226',
 'ctl': '#7C8089',
 'focus': '#9DBBF7',
 'good': '#7CC98D',
 'goodS': '#1C3423',
 'line': '#33363C',
 'on_acc': '#FFFFFF',
 'side': '#121316',
 'staff': '#5CC3D6',
 'staffS': '#16343B',
 'sunk': '#1A1B1F',
 'tx': '#E9E9EB',
 'tx2': '#B4B7BE',
 'tx3': '#969AA3',
 'warn': '#E3B04E',
 'warnS': '#3A2E16'}
TYPE = {'body': {'line': 20, 'size': 13, 'weight': 400},
 'caption': {'line': 16, 'size': 11, 'weight': 500},
 'figure': {'line': 32, 'size': 26, 'weight': 600},
 'heading': {'line': 24, 'size': 15, 'weight': 600},
 'secondary': {'line': 16, 'size': 12, 'weight': 400},
 'subject': {'line': 20, 'size': 13, 'weight': 500},
 'title': {'line': 28, 'size': 22, 'weight': 600}}
SPACE = {'command_bar': 48,
 'control': 32,
 'control_small': 26,
 'gap': 12,
 'grid': 8,
 'inspector': 320,
 'menu_bar': 28,
 'page': 24,
 'page_top': 16,
 'panel': 16,
 'radius_board': 2,
 'radius_control': 6,
 'radius_panel': 8,
 'radius_row': 5,
 'radius_staff': 10,
 'radius_tag': 4,
 'row': 36,
 'row_benefit': 52,
 'row_dense': 32,
 'row_navigation': 30,
 'row_register': 40,
 'sidebar': 208,
 'sidebar_narrow': 48,
 'status_bar': 24,
 'window_height': 640,
 'window_width': 960}
STYLE = """\
/* Buttons and fields. Hover sinks, press takes the accent's tint, and keyboard focus always shows a 2 px ring. */
QPushButton, QToolButton[role="button"] {
    background: $card; border: 1px solid $ctl; border-radius: ${6}px; color: $tx;
    font-weight: 500; min-height: ${22}px; padding: ${4}px ${12}px;
}
QPushButton:hover, QToolButton[role="button"]:hover { background: $sunk; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $accS; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $focus; padding: ${3}px ${11}px; }
QPushButton:disabled, QToolButton[role="button"]:disabled { background: $sunk; border-color: $line; color: $tx3; }
QPushButton[role="small"] { min-height: ${16}px; padding: ${4}px ${8}px; }
QPushButton[primary="true"] { background: $acc; border-color: $acc; color: $on_acc; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { background: $accH; border-color: $accH; }
QPushButton[primary="true"]:focus { border: 2px solid $focus; background-clip: padding; }
QPushButton[primary="true"]:disabled { background: $sunk; border-color: $line; color: $tx3; }
QFrame[role="way"] QPushButton:focus { border: 1px solid $ctl; padding: ${4}px ${12}px; }
QFrame[role="way"] QPushButton[primary="true"]:focus { border: 1px solid $acc; padding: ${4}px ${12}px; background-clip: border; }
QPushButton[role="row"] { border-color: $line; border-radius: ${8}px; text-align: left; padding: ${12}px ${16}px; }
QPushButton[role="flat"], QToolButton[role="flat"] { background: transparent; border: 1px solid transparent; color: $tx2; }
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover { background: $sunk; color: $tx; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus { border: 2px solid $focus; }
QPushButton[role="link"], QToolButton[role="link"] {
    background: transparent; border: 2px solid transparent; color: $accT; font-weight: 500; padding: ${2}px ${4}px;
}
QPushButton[role="link"][lead="true"] { padding-left: 0; }
QPushButton[role="link"]::menu-indicator {
    image: url("$pictures/chevron-down.svg"); width: ${14}px; height: ${14}px; subcontrol-position: right center;
}
QPushButton[role="link"][menu="true"] { padding-right: ${18}px; }
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border-color: $focus; border-radius: ${4}px; text-decoration: underline; }
QPushButton[role="link"]:disabled, QToolButton[role="link"]:disabled { color: $tx3; }
QPushButton[role="line"] { background: transparent; border: 2px solid transparent; font-weight: 400; padding: 0; text-align: left; }
QPushButton[role="line"]:hover { color: $accT; text-decoration: underline; }
QPushButton[role="line"]:focus { border-color: $focus; border-radius: ${4}px; }
QPushButton[role="crumb"] { background: transparent; border: 2px solid transparent; color: $tx2; font-weight: 400; padding: ${2}px; }
QPushButton[role="crumb"]:hover { color: $accT; text-decoration: underline; }
QPushButton[role="crumb"]:focus { border-color: $focus; border-radius: ${4}px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: ${6}px; padding: ${3}px; }
QToolButton:hover { background: $sunk; }
QToolButton:pressed { background: $accS; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $tx3; }
QToolButton::menu-indicator { image: none; }

QToolButton[role="segment"] {
    background: $card; border: 1px solid $ctl; border-radius: 0; color: $tx2; min-height: ${22}px; padding: ${3}px ${12}px;
}
QToolButton[role="segment"][edge="first"] { border-top-left-radius: ${6}px; border-bottom-left-radius: ${6}px; }
QToolButton[role="segment"][edge="last"] { border-top-right-radius: ${6}px; border-bottom-right-radius: ${6}px; }
QToolButton[role="segment"][edge="only"] { border-radius: ${6}px; }
QToolButton[role="segment"]:checked { background: $accS; color: $tx; font-weight: 600; }
QToolButton[role="segment"][edge="middle"], QToolButton[role="segment"][edge=""], QToolButton[role="segment"][edge="last"] { border-left: none; }
QToolButton[role="segment"][dense="true"] { min-height: ${16}px; padding: ${3}px ${10}px; }
QToolButton[role="segment"]:focus, QToolButton[role="segment"][edge]:focus { border: 2px solid $focus; padding: ${2}px ${11}px; }
QToolButton[role="segment"][dense="true"]:focus { padding: ${2}px ${9}px; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $card; border: 1px solid $ctl; border-radius: ${6}px; color: $tx; padding: ${4}px ${8}px;
    selection-background-color: $acc; selection-color: $on_acc; placeholder-text-color: $tx3;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${22}px; }
QComboBox[dense="true"] { min-height: ${16}px; padding: ${4}px ${8}px; }
QComboBox[dense="true"]:focus { padding: ${3}px ${7}px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: ${3}px ${7}px;
}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: $sunk; border-color: $line; color: $tx3;
}
QLineEdit[error="true"], QComboBox[error="true"], QAbstractSpinBox[error="true"], QPlainTextEdit[error="true"] {
    border: 1px solid $bad;
}
QLineEdit[error="true"]:focus, QComboBox[error="true"]:focus, QAbstractSpinBox[error="true"]:focus, QPlainTextEdit[error="true"]:focus {
    border: 2px solid $focus;
}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $sunk; }
QPlainTextEdit[role="title-edit"] { background: transparent; border: 1px solid transparent; font-size: ${18}px; font-weight: 600; padding: ${3}px ${5}px ${3}px 0; }
QPlainTextEdit[role="title-edit"]:hover { border-color: $line; }
QPlainTextEdit[role="title-edit"]:focus { background: $card; border: 2px solid $focus; padding: ${2}px ${4}px ${2}px 0; }
QTextBrowser { border: 2px solid transparent; border-radius: 0; padding: 0; }
QTextBrowser:focus { border: 2px solid $focus; padding: 0; }
QPlainTextEdit[role="page-text"] { border: none; border-radius: 0; padding: ${24}px ${32}px; }
QPlainTextEdit[role="page-text"]:focus { border: 2px solid $focus; padding: ${22}px ${30}px; }
QLineEdit[role="title-edit"] { background: transparent; border: 1px solid transparent; font-size: ${15}px; font-weight: 600; padding: ${3}px ${5}px; }
QLineEdit[role="title-edit"]:hover { border-color: $line; }
QLineEdit[role="title-edit"]:focus { background: $card; border: 2px solid $focus; padding: ${2}px ${4}px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0; min-height: 0; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${24}px; }
QComboBox::down-arrow { image: url("$pictures/chevron-down.svg"); width: ${14}px; height: ${14}px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $ctl; outline: none; padding: ${4}px; }
QComboBox QAbstractItemView::item { height: ${28}px; }
QSpinBox, QDoubleSpinBox { padding-right: ${20}px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: ${20}px; }
QAbstractSpinBox::up-arrow { image: url("$pictures/chevron-up.svg"); width: ${12}px; height: ${12}px; }
QAbstractSpinBox::down-arrow { image: url("$pictures/chevron-down.svg"); width: ${12}px; height: ${12}px; }

QCheckBox, QRadioButton { spacing: ${8}px; padding: ${2}px; border: 2px solid transparent; border-radius: ${4}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $tx3; }
QCheckBox::indicator, QAbstractItemView::indicator {
    width: ${14}px; height: ${14}px; border: 1px solid $ctl; border-radius: ${4}px; background: $card;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $acc; border-color: $acc; image: url("$pictures/check.svg");
}
QRadioButton::indicator { width: ${14}px; height: ${14}px; border: 1px solid $ctl; border-radius: ${8}px; background: $card; }
QRadioButton::indicator:checked { width: ${6}px; height: ${6}px; border: ${5}px solid $acc; background: $on_acc; }

QProgressBar { background: $line; border: none; border-radius: ${3}px; max-height: ${6}px; min-height: ${6}px; }
QProgressBar::chunk { background: $acc; border-radius: ${3}px; }
QGroupBox { border: none; font-size: ${15}px; font-weight: 600; margin-top: ${28}px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }

/* Lists, tables, trees, tabs. */
QAbstractItemView {
    background: $card; alternate-background-color: $card; border: 1px solid $line; border-radius: ${8}px;
    gridline-color: $line; outline: none; padding: 1px; selection-background-color: $accS; selection-color: $tx;
}
QAbstractItemView:focus { border: 2px solid $focus; padding: 0; }
QListView::item, QTreeView::item { height: ${36}px; padding: 0 ${8}px; }
QTableView::item { padding: 0 ${8}px; border-bottom: 1px solid $line; }
QAbstractItemView::item:hover { background: $sunk; }
QAbstractItemView::item:selected { background: $accS; }
QListView[role="navigation"], QTreeView[role="navigation"] { background: transparent; border: 2px solid transparent; padding: 0; }
QListView[role="navigation"]:focus, QTreeView[role="navigation"]:focus { border-color: $focus; }
QListView[role="navigation"]::item { height: ${30}px; border-radius: ${5}px; border-left: 3px solid transparent; }
QListView[role="navigation"]::item:selected { background: $accS; border-left: 3px solid $acc; }
QTableView[role="tree"] { background: transparent; border: 2px solid transparent; padding: 0; }
QTableView[role="tree"]:focus { border-color: $focus; }
QTableView[role="tree"]::item { border: none; border-radius: ${5}px; }
QListView[role="outline"] { background: transparent; border: 2px solid transparent; border-radius: 0; padding: 0; }
QListView[role="outline"]:focus { border-color: $focus; }
QListView[role="outline"]::item { height: ${32}px; border-left: 3px solid transparent; padding: 0 0 0 ${8}px; }
QListView[role="outline"]::item:selected { border-left: 3px solid $acc; }
QTableView[role="map"], QTableView[role="map"]:focus { padding: 0; }
QTableView[role="inner"] { border: 2px solid transparent; border-radius: 0; padding: 0; }
QTableView[role="inner"]:focus { border-color: $focus; }
QHeaderView { background: transparent; border: none; padding: 0; }
QHeaderView::section {
    background: $sunk; color: $tx2; border: none; border-bottom: 1px solid $line;
    font-size: ${11}px; font-weight: 500; padding: ${6}px ${11}px;
}
QTableView[role="calendar"], QTableView[role="calendar"]:focus { border: none; border-radius: 0; padding: 0; }
QTableView[role="calendar"] { selection-background-color: transparent; }
QTableView[role="calendar"]::item, QTableView[role="calendar"]::item:selected, QTableView[role="calendar"]::item:hover { background: transparent; border: none; }
QTableView[role="calendar"] QHeaderView::section { background: transparent; border: none; padding: ${4}px 0; }
QTableView[role="inner"] QHeaderView::section { padding: ${6}px ${8}px; }
QHeaderView::section:horizontal:first { border-top-left-radius: ${7}px; }
QHeaderView::section:horizontal:last { border-top-right-radius: ${7}px; }
QHeaderView::section:horizontal:only-one { border-top-left-radius: ${7}px; border-top-right-radius: ${7}px; }
QHeaderView[bar="true"]::section:horizontal:last, QHeaderView[bar="true"]::section:horizontal:only-one { border-top-right-radius: 0; }
QHeaderView::section:hover { color: $tx; }
QHeaderView::up-arrow { image: url("$pictures/chevron-up.svg"); width: ${12}px; height: ${12}px; }
QHeaderView::down-arrow { image: url("$pictures/chevron-down.svg"); width: ${12}px; height: ${12}px; }
QFrame[role="barhead"] { background: $sunk; border: none; border-bottom: 1px solid $line; border-top-right-radius: ${7}px; }
QTableCornerButton::section { background: $sunk; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $tx2; font-weight: 500; border: none; border-bottom: 2px solid transparent;
    padding: ${8}px ${4}px; margin-right: ${20}px;
}
QTabBar::tab:hover { color: $tx; }
QTabBar::tab:selected { color: $tx; font-weight: 600; border-bottom: 2px solid $acc; }
QTabBar::tab:focus { border: 2px solid $focus; border-radius: ${4}px; }
QListView[role="findings"] { background: $card; border: none; border-radius: 0; padding: 0; font-weight: 400; }

/* Text. A label says what it is with the dynamic property "role", a tag with "tag". */
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${22}px; font-weight: 600; }
QLabel[role="figure"] { font-size: ${26}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${15}px; font-weight: 600; }
QLabel[role="subheading"] { font-size: ${14}px; font-weight: 600; }
QLabel[role="name"] { font-weight: 600; }
QLabel[role="crumb"] { font-weight: 600; }
QLabel[role="about"] { color: $tx2; }
QLabel[role="tile"] { background: $sunk; border-radius: ${6}px; }
QLabel[role="strong"] { font-weight: 500; }
QLabel[role="secondary"] { font-size: ${12}px; color: $tx2; }
QLabel[role="caption"] { font-size: ${11}px; font-weight: 500; color: $tx3; }
QLabel[role="field"] { font-size: ${12}px; font-weight: 500; color: $tx2; }
QLabel[role="field"][error="true"] { color: $bad; }
QLabel[role="note"] { font-size: ${12}px; color: $tx2; background: $sunk; border-radius: ${6}px; padding: ${8}px; }
QLabel[role="value"] { background: $card; border: 1px solid $ctl; border-radius: ${6}px; padding: ${6}px ${10}px; }
QLabel[role="value"][missing="true"] { border-color: $bad; color: $tx3; }
QLabel[role="step"] { color: $tx2; padding: ${6}px ${10}px; border-radius: ${5}px; }
QLabel[role="step"][state="now"] { background: $accS; color: $tx; font-weight: 600; }
QLabel[role="muted"] { color: $tx3; }
QLabel[role="error"] { font-size: ${12}px; color: $bad; }
QLabel[role="struck"] { color: $bad; text-decoration: line-through; }
QLabel[role="warning"] { color: $warn; }
QLabel[role="good"] { color: $good; }
QLabel:disabled { color: $tx3; }

QLabel[tag] { min-height: ${16}px; font-size: ${12}px; font-weight: 500; padding: ${2}px ${8}px; border-radius: ${4}px; background: $sunk; color: $tx2; }
QLabel[tag="staff"] { background: $staffS; color: $staff; border-radius: ${10}px; }
QLabel[tag="board"] { background: $boardS; color: $board; border-radius: ${2}px; }
QLabel[tag="good"] { background: $goodS; color: $good; }
QLabel[tag="warn"] { background: $warnS; color: $warn; }
QLabel[tag="bad"] { background: $badS; color: $bad; }
QLabel[tag="key"] { font-size: ${11}px; padding: ${1}px ${5}px; background: $sunk; color: $tx2; border: 1px solid $line; }

/* The shell. A dollar name is a colour of tokens.json, a braced number a length that grows with the text scale.
   A widget says what it is with the dynamic property "role"; the roles are the ones named in these files. */
QMainWindow, QDialog, QWidget[role="page"] { background: $bg; }
QWidget { color: $tx; }
QToolTip { background: $card; color: $tx; border: 1px solid $ctl; padding: ${4}px ${8}px; }

QMenuBar { background: $side; border-bottom: 1px solid $line; padding: 0 ${8}px; spacing: 0; }
QMenuBar::item { background: transparent; color: $tx2; padding: ${6}px ${9}px; border-radius: ${4}px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accS; color: $tx; }
QMenu { background: $card; border: 1px solid $ctl; padding: ${4}px; }
QMenu::item { padding: ${6}px ${28}px ${6}px ${12}px; border-radius: ${4}px; }
QMenu::item:selected { background: $accS; }
QMenu::item:disabled { color: $tx3; }
QMenu::separator { height: 1px; background: $line; margin: ${4}px ${8}px; }

QStatusBar { background: $side; color: $tx3; border-top: 1px solid $line; min-height: ${24}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel, QStatusBar QLabel[role="secondary"] { color: $tx3; }
QStatusBar QPushButton { font-size: ${12}px; min-height: 0; padding: 0 ${4}px; }

QWidget[role="sidebar"] { background: $side; border: none; border-right: 1px solid $line; }
QWidget[role="bar"] { background: $bg; border: none; border-bottom: 1px solid $line; }
QWidget[role="footbar"] { background: $bg; border: none; border-top: 1px solid $line; }
QWidget[role="desk"] { background: $side; border: none; }
QWidget[role="checks"] { background: $card; border: none; border-top: 1px solid $line; border-right: 1px solid $line; }
QWidget[role="pane"] { background: $bg; border: none; border-right: 1px solid $line; }
QWidget[role="inspector"] { background: $card; border: none; border-left: 1px solid $line; }
QFrame[role="note"] { background: $sunk; border: none; border-radius: ${6}px; }
QWidget[role="footer"] { background: $side; border: none; border-top: 1px solid $line; }
QFrame[role="panel"] { background: $card; border: 1px solid $line; border-radius: ${8}px; }
QFrame[role="floating"] { background: $card; border: 1px solid $ctl; border-radius: ${8}px; }
QFrame[role="popup"] { background: $card; border: 1px solid $ctl; }
QFrame[role="way"] { background: $card; border: 1px solid $line; border-radius: ${8}px; padding: 1px; }
QFrame[role="way"][state="focus"] { border: 2px solid $focus; padding: 0; }
QFrame[role="row"] { background: transparent; border: none; border-bottom: 1px solid $line; }
QFrame[role="panel"][state="bad"] { border-color: $bad; }
QWidget[role="verdict"] { background: $sunk; border: none; border-top-left-radius: ${7}px; border-top-right-radius: ${7}px; }
QWidget[role="verdict"][state="good"] { background: $goodS; }
QWidget[role="verdict"][state="warn"] { background: $warnS; }
QWidget[role="verdict"][state="bad"] { background: $badS; }
QFrame[role="staff"] { background: $card; border: 1px solid $line; border-left: 3px solid $staff; border-radius: ${8}px; }
QFrame[role="board"] { background: $card; border: 1px solid $line; border-right: 3px solid $board; border-radius: ${8}px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QLabel[role="drop"] { background: $card; border: 1px dashed $ctl; border-radius: ${8}px; color: $tx2; padding: ${16}px; }
QLabel[role="drop"]:focus { border: 2px solid $focus; }
QLabel[role="drop"][over="true"] { background: $accS; border-color: $acc; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="page"] { background: $bg; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${12}px; }
QScrollBar:horizontal { height: ${12}px; }
QScrollBar::handle { background: $ctl; border: none; border-radius: ${3}px; margin: ${3}px; }
QScrollBar::handle:vertical { min-height: ${28}px; }
QScrollBar::handle:horizontal { min-width: ${28}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
