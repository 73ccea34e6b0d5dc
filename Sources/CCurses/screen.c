// Cells to curses.
#include "internal.h"

#include <unistd.h>
#include <wchar.h>

void ccurses_define_pair(int16_t pair, int16_t foreground, int16_t background) {
  init_pair(pair, foreground, background);
}

static chtype line_drawing(uint32_t scalar) {
  switch (scalar) {
    case 0x2500: return ACS_HLINE;
    case 0x2502: return ACS_VLINE;
    case 0x250c: return ACS_ULCORNER;
    case 0x2510: return ACS_URCORNER;
    case 0x2514: return ACS_LLCORNER;
    case 0x2518: return ACS_LRCORNER;
    case 0x251c: return ACS_LTEE;
    case 0x2524: return ACS_RTEE;
    case 0x252c: return ACS_TTEE;
    case 0x2534: return ACS_BTEE;
    case 0x253c: return ACS_PLUS;
    case 0x2592: return ACS_CKBOARD;
    case 0x00b7: return ACS_BULLET;
    default: return 0;
  }
}

static attr_t attributes(int looks) {
  attr_t all = 0;
  if (looks & CCURSES_BOLD) all |= A_BOLD;
  if (looks & CCURSES_DIM) all |= A_DIM;
  if (looks & CCURSES_REVERSE) all |= A_REVERSE;
  if (looks & CCURSES_UNDERLINE) all |= A_UNDERLINE;
  return all;
}

/// Whether the C library, and so ncurses, sees the character as wide as we do.
static bool is_agreed(const wchar_t *text, int count, int width) {
  if (wcwidth(text[0]) != width) return false;
  for (int index = 1; index < count; index++) {
    if (wcwidth(text[index]) != 0) return false;
  }
  return true;
}

void ccurses_put(
    int row, int column, const uint32_t *scalars, int count, int width, int16_t pair, int looks) {
  if (count < 1 || count > 4) return;
  attr_set(attributes(looks), pair, NULL);
  chtype line = ccurses_is_utf8() ? 0 : line_drawing(scalars[0]);
  if (line != 0) {
    mvaddch(row, column, line);
    return;
  }
  wchar_t text[5] = {0};
  for (int index = 0; index < count; index++) text[index] = (wchar_t)scalars[index];
  cchar_t cell;
  if (is_agreed(text, count, width) && setcchar(&cell, text, attributes(looks), pair, NULL) == OK) {
    mvadd_wch(row, column, &cell);
    return;
  }
  for (int index = 0; index < width; index++) mvaddch(row, column + index, '?');
}

void ccurses_flush(void) { refresh(); }
void ccurses_repaint(void) { clearok(stdscr, true); }

void ccurses_write(const uint8_t *bytes, int count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, (size_t)count);
    if (sent <= 0) return;
    bytes += sent;
    count -= (int)sent;
  }
}
