// A program and everything it starts, watched by a process of ours that outlives none of them.
//
// That is a subreaper (PR_SET_CHILD_SUBREAPER): whoever among the program's children and theirs loses its
// parent, be it by setsid and a double fork, becomes a child of it. It ends them all when the program has
// ended, when it is told to (SIGTERM), and when whoever started it is gone. A pid namespace would do the
// same in one step, but plugins look themselves up in /proc by their number.
#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// Where the subreaper has what it was given, and the program its three.
enum { PROGRAM = 3, REPORT = 4 };

/// Moves descriptors to where they belong, and closes all others.
static int arrange(const int *files, int program, int report) {
  int moved[REPORT + 1] = {files[0], files[1], files[2], program, report};
  for (int number = 0; number <= REPORT; number++)  // Out of the way first: each may stand on another's place.
    if ((moved[number] = fcntl(moved[number], F_DUPFD, REPORT + 1)) < 0) return -1;
  for (int number = 0; number <= REPORT; number++)
    if (dup3(moved[number], number, number < PROGRAM ? 0 : O_CLOEXEC) < 0) return -1;
  closefrom(REPORT + 1);
  return 0;
}

static void fail(void) {
  int code = errno;
  if (write(REPORT, &code, sizeof code) < 0) {
    // Nobody listens any more.
  }
  _exit(127);
}

/// A script is read by its interpreter, which must find it open: the kernel says ENOENT if it would not.
static void execute(char *const *words, char *const *variables) {
  syscall(SYS_execveat, PROGRAM, "", words, variables, AT_EMPTY_PATH);
  if (errno != ENOENT) return;
  fcntl(PROGRAM, F_SETFD, 0);
  syscall(SYS_execveat, PROGRAM, "", words, variables, AT_EMPTY_PATH);
}

/// By the kernel's own call: the C library leaves two signals as they were inherited.
static void forget_signals(void) {
  unsigned long standard[4] = {0};  // struct sigaction of include/linux/signal_types.h, with SIG_DFL.
  for (int number = 1; number < NSIG; number++)
    syscall(SYS_rt_sigaction, number, standard, NULL, sizeof(unsigned long));
}

static void begin(pid_t subreaper, char *const *words, char *const *variables, int is_confined) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != subreaper) _exit(127);
  setsid();
  forget_signals();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (is_confined) clinux_limit_writes(NULL, 0);
  execute(words, variables);
  fail();
}

static int is_child(pid_t process) {
  siginfo_t told;
  return waitid(P_PID, (id_t)process, &told, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/// Ends the children that are known by now; how many that were. What they leave behind is ours then.
static int end_children(void) {
  char text[4096];
  int file = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  text[length < 0 ? 0 : length] = 0;
  int ended = 0;
  for (char *rest = text, *end; *rest != 0; rest = end + 1) {
    pid_t child = (pid_t)strtol(rest, &end, 10);
    if (end == rest || *end != ' ') break;
    // A /proc of another pid namespace has other numbers.
    if (!is_child(child) || kill(child, SIGKILL) != 0) continue;
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
    }
    ended++;
  }
  return ended;
}

/// Until the program has ended or SIGTERM has come. It is not reaped yet, so its number stays its own.
static void await(pid_t program) {
  sigset_t heard;
  sigemptyset(&heard);
  sigaddset(&heard, SIGCHLD);
  sigaddset(&heard, SIGTERM);
  siginfo_t told = {0};
  while (1) {
    if (waitid(P_PID, (id_t)program, &told, WEXITED | WNOHANG | WNOWAIT) != 0) return;
    if (told.si_pid == program) return;
    if (sigwaitinfo(&heard, NULL) == SIGTERM) return;
  }
}

static void watch(
    pid_t starter, const int *files, int program, int report, char *const *words,
    char *const *variables, int is_confined) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != starter) _exit(127);
  prctl(PR_SET_NAME, "cnitop-keeper");
  setsid();
  signal(SIGCHLD, SIG_DFL);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  if (arrange(files, program, report) != 0) _exit(127);
  pid_t subreaper = getpid();
  pid_t child = fork();
  if (child == 0) begin(subreaper, words, variables, is_confined);
  if (child < 0) fail();
  for (int number = 0; number <= PROGRAM; number++) close(number);
  await(child);
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  while (end_children() > 0) {
  }
  _exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

/// Who ignores its children's ends, as some are started, cannot wait for them.
static void hear_of_children(void) {
  struct sigaction now;
  if (sigaction(SIGCHLD, NULL, &now) == 0 && now.sa_handler == SIG_IGN) signal(SIGCHLD, SIG_DFL);
}

int clinux_run(
    int program, char *const *words, char *const *variables, const int *files, int report,
    int is_confined) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  hear_of_children();
  pid_t starter = getpid();
  pid_t subreaper = fork();
  if (subreaper == 0) watch(starter, files, program, report, words, variables, is_confined);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return subreaper;
}
