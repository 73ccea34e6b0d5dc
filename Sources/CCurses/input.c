// Keys and the mouse.
#include "internal.h"

int32_t ccurses_key(void) {
  wint_t key = 0;
  switch (get_wch(&key)) {
    case OK: return (int32_t)key;
    case KEY_CODE_YES: return key == KEY_MOUSE ? CCURSES_MOUSE : CCURSES_KEY + (int32_t)key;
    default: return -1;
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
