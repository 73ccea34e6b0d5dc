// Keys and the mouse.
#include "internal.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

/// What was read ahead of ncurses, which reads byte by byte: 100 kB take it 200 000 system calls.
static uint8_t ahead[4096];
static size_t ahead_next, ahead_end;
/// Characters that ncurses may hold back after it looked for a key that begins with a control character.
static int held;
enum { many = 32, character_gap = 25, longest_key = 64 };

static void read_more(void) {
  ssize_t count = read(STDIN_FILENO, ahead, sizeof ahead);
  ahead_next = 0;
  ahead_end = count > 0 ? (size_t)count : 0;
}

void ccurses_read_ahead(void) {
  int waiting = 0;
  if (ahead_next < ahead_end || held > 0) return;
  if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting >= many) read_more();
}

/// The next character that was read ahead, or -1; what is none in this locale is left out.
static int32_t key_ahead(void) {
  mbstate_t state = {0};
  while (ahead_next < ahead_end) {
    wchar_t character = 0;
    size_t used = mbrtowc(&character, (char *)&ahead[ahead_next++], 1, &state);
    if (used <= 1) return (int32_t)character;
    if (used == (size_t)-1) state = (mbstate_t){0};
    bool is_cut = used == (size_t)-2 && ahead_next == ahead_end;
    if (is_cut && ccurses_wait_for_key(character_gap)) read_more();
  }
  return -1;
}

int32_t ccurses_key(void) {
  int32_t early = key_ahead();
  if (early != -1) return early;
  wint_t key = 0;
  switch (get_wch(&key)) {
    case OK:
      if (key < ' ') held = longest_key;
      else if (held > 0) held--;
      return (int32_t)key;
    case KEY_CODE_YES: return key == KEY_MOUSE ? CCURSES_MOUSE : CCURSES_KEY + (int32_t)key;
    default: held = 0; return -1;
  }
}

void ccurses_mouse(bool on) {
  mmask_t wanted = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED;
  mouseinterval(0);
  mousemask(on ? wanted : 0, NULL);
}

ccurses_mouse_event ccurses_mouse_read(void) {
  ccurses_mouse_event event = {0, 0, 0};
  MEVENT mouse;
  if (getmouse(&mouse) != OK) return event;
  event.row = mouse.y;
  event.column = mouse.x;
  if (mouse.bstate & BUTTON1_PRESSED) event.action = CCURSES_PRESS;
  else if (mouse.bstate & BUTTON1_RELEASED) event.action = CCURSES_RELEASE;
  else if (mouse.bstate & BUTTON4_PRESSED) event.action = CCURSES_WHEEL_UP;
  else if (mouse.bstate & BUTTON5_PRESSED) event.action = CCURSES_WHEEL_DOWN;
  return event;
}
