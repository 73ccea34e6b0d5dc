// Giving the terminal back when the program crashes: only what a signal handler may do.
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios settings;
static char reset[512];
static size_t reset_length;
static volatile sig_atomic_t is_armed;
static char handler_stack[16384];

/// All but SIGQUIT tell of a fault.
static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGQUIT, SIGSYS};
enum { crash_count = sizeof crashes / sizeof crashes[0] };

/// Adds a terminfo string without its padding (`$<5>`).
static void add(const char *text) {
  if (text == NULL || text == (char *)-1) return;
  while (*text != 0 && reset_length < sizeof reset) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end + 1;
    } else {
      reset[reset_length++] = *text++;
    }
  }
}

bool ccurses_is_crash(int signal) {
  for (int index = 0; index < crash_count; index++)
    if (crashes[index] == signal) return true;
  return false;
}

static void rescue(int signal) {
  if (is_armed) {
    is_armed = 0;
    for (size_t sent = 0; sent < reset_length;) {
      ssize_t count = write(STDOUT_FILENO, reset + sent, reset_length - sent);
      if (count < 0 && errno != EINTR) break;
      if (count > 0) sent += (size_t)count;
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  }
  // Not what was there before: Swift's own handler would ask questions on this terminal.
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  raise(signal);  // It is blocked now, and arrives when this returns.
}

void ccurses_prepare_rescue(void) {
  tcgetattr(STDIN_FILENO, &settings);
  reset_length = 0;
  if (key_mouse != NULL) add("\033[?1006l\033[?1003l\033[?1002l\033[?1000l");
  add(exit_attribute_mode);
  add(orig_pair);
  add(cursor_normal);
  add(keypad_local);
  add(exit_ca_mode);
}

void ccurses_restore_settings(void) { tcsetattr(STDIN_FILENO, TCSADRAIN, &settings); }

void ccurses_arm_rescue(bool armed) {
  static bool is_installed;
  is_armed = armed;
  if (is_installed) return;
  is_installed = true;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = rescue, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < crash_count; index++)
    if (!ccurses_is_unwanted(crashes[index])) sigaction(crashes[index], &action, NULL);
}
