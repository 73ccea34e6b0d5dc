// Taking the terminal and giving it back.
#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static bool started;
static SCREEN *screen;

/// A statically linked ncurses may not know where this system keeps terminfo.
static int find_type(void) {
  int found = 0;
  if (setupterm(NULL, STDOUT_FILENO, &found) == OK) return CCURSES_STARTED;
  if (getenv("TERMINFO_DIRS") == NULL) {
    setenv("TERMINFO_DIRS", "/etc/terminfo:/lib/terminfo:/usr/share/terminfo", 1);
    if (setupterm(NULL, STDOUT_FILENO, &found) == OK) return CCURSES_STARTED;
  }
  return found == -1 ? CCURSES_NO_DATABASE : CCURSES_UNKNOWN_TYPE;
}

/// Ctrl-S, Ctrl-Q, Ctrl-V and Ctrl-O are keys; Ctrl-C and Ctrl-Z stay signals.
static void free_control_keys(void) {
  struct termios settings;
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
  settings.c_iflag &= (tcflag_t)~IXON;
  settings.c_lflag &= (tcflag_t)~IEXTEN;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
  def_prog_mode();
}

/// No signal comes between taking the terminal and being able to give it back.
static int take(void) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  ccurses_prepare_rescue();
  screen = newterm(NULL, stdout, stdin);
  started = screen != NULL;
  if (started) ccurses_arm_rescue(true);
  bool is_heard = started && ccurses_catch_signals();
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (!started) return CCURSES_UNKNOWN_TYPE;
  if (!is_heard) ccurses_stop();
  return is_heard ? CCURSES_STARTED : CCURSES_NOT_A_TERMINAL;
}

int ccurses_start(void) {
  setlocale(LC_ALL, "");
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CCURSES_NOT_A_TERMINAL;
  if (*ccurses_type() == 0) return CCURSES_NO_TYPE;
  int found = find_type();
  if (found != CCURSES_STARTED) return found;
  if (cursor_address == NULL) return CCURSES_NO_CURSOR;

  int taken = take();
  if (taken != CCURSES_STARTED) return taken;
  atexit(ccurses_stop);

  cbreak();
  noecho();
  nonl();
  free_control_keys();
  keypad(stdscr, true);
  nodelay(stdscr, true);
  curs_set(0);
  set_escdelay(25);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  return CCURSES_STARTED;
}

void ccurses_stop(void) {
  if (!started) return;
  started = false;
  ccurses_mouse(false);
  endwin();
  ccurses_restore_settings();
  ccurses_arm_rescue(false);
  ccurses_release_signals();
  delscreen(screen);
}

void ccurses_suspend(void) {
  endwin();
  ccurses_restore_settings();
  ccurses_arm_rescue(false);
  ccurses_stop_process();
  ccurses_resume();
}

void ccurses_resume(void) {
  ccurses_arm_rescue(true);
  reset_prog_mode();
  ccurses_resize();
  curs_set(0);
  ccurses_repaint();
}

void ccurses_resize(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  resizeterm(size.ws_row, size.ws_col);
}

int ccurses_rows(void) { return getmaxy(stdscr); }
int ccurses_columns(void) { return getmaxx(stdscr); }
int ccurses_colors(void) { return has_colors() ? COLORS : 0; }
bool ccurses_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }
bool ccurses_is_in_tmux(void) { return getenv("TMUX") != NULL; }

bool ccurses_wants_no_color(void) {
  const char *wish = getenv("NO_COLOR");
  return wish != NULL && *wish != 0;
}

const char *ccurses_type(void) {
  const char *type = getenv("TERM");
  return type == NULL ? "" : type;
}
