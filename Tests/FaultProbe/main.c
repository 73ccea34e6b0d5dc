// FaultProbe N kill|ERRNO PROGRAM [ARGUMENT...]
//
// Runs a program, and at its Nth act either kills it or lets the act fail. An act is a system call that
// can change something: what is sent to the kernel, what is written, made or removed. What is sent
// by netlink is replaced by a request for nothing, and the answer to that by the error.
//
// Exits as the program does; with 98 if it has ended before.
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <linux/ptrace.h>
#include <unistd.h>

enum { NOT_REACHED = 98, KILL = 0, MOST_THREADS = 64 };

struct thread {
  pid_t id;
  // What is to become of the call that it is in, and of the next answer it gets.
  long result;
  bool has_result;
  bool expects_refusal;
  struct ptrace_syscall_info entry;
};

static struct thread threads[MOST_THREADS];
static long acts_left;
static int error_number;

static struct thread *thread_of(pid_t id) {
  for (int place = 0; place < MOST_THREADS; place++) {
    if (threads[place].id == id || threads[place].id == 0) {
      threads[place].id = id;
      return &threads[place];
    }
  }
  fprintf(stderr, "FaultProbe: too many threads\n");
  exit(1);
}

static void copy(pid_t id, void *here, uint64_t there, size_t size, bool out) {
  struct iovec local = {here, size}, remote = {(void *)(uintptr_t)there, size};
  ssize_t done = out ? process_vm_writev(id, &local, 1, &remote, 1, 0)
                     : process_vm_readv(id, &local, 1, &remote, 1, 0);
  if (done != (ssize_t)size) perror("FaultProbe: memory");
}

static struct user_regs_struct registers(pid_t id) {
  struct user_regs_struct all;
  struct iovec vector = {&all, sizeof all};
  ptrace(PTRACE_GETREGSET, id, NT_PRSTATUS, &vector);
  return all;
}

static void set_registers(pid_t id, struct user_regs_struct all) {
  struct iovec vector = {&all, sizeof all};
  ptrace(PTRACE_SETREGSET, id, NT_PRSTATUS, &vector);
}

static void set_result(pid_t id, long result) {
  struct user_regs_struct all = registers(id);
#if defined(__x86_64__)
  all.rax = result;
#elif defined(__aarch64__)
  all.regs[0] = result;
#endif
  set_registers(id, all);
}

static void set_length(pid_t id, uint64_t length) {
  struct user_regs_struct all = registers(id);
#if defined(__x86_64__)
  all.rdx = length;
#elif defined(__aarch64__)
  all.regs[2] = length;
#endif
  set_registers(id, all);
}

static void skip_call(pid_t id) {
#if defined(__x86_64__)
  struct user_regs_struct all = registers(id);
  all.orig_rax = -1;
  set_registers(id, all);
#elif defined(__aarch64__)
  int none = -1;
  struct iovec vector = {&none, sizeof none};
  ptrace(PTRACE_SETREGSET, id, NT_ARM_SYSTEM_CALL, &vector);
#endif
}

static bool is_act(const struct ptrace_syscall_info *call) {
  switch (call->entry.nr) {
    case SYS_sendto:
    case SYS_linkat:
    case SYS_mkdirat:
    case SYS_unlinkat:
    case SYS_renameat2:
    case SYS_ftruncate:
      return true;
    case SYS_write:  // what it says is no act
      return call->entry.args[0] > 2;
    case SYS_openat:
      return (call->entry.args[2] & (O_CREAT | O_WRONLY)) != 0;
    default:
      return false;
  }
}

// Sends one message that asks for nothing instead of all that was to be sent.
static void refuse(struct thread *thread) {
  struct nlmsghdr header;
  uint64_t buffer = thread->entry.entry.args[1];
  copy(thread->id, &header, buffer, sizeof header, false);
  header.nlmsg_type = NLMSG_NOOP;
  header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
  copy(thread->id, &header, buffer, sizeof header, true);
  set_length(thread->id, header.nlmsg_len);
  thread->result = thread->entry.entry.args[2];
  thread->has_result = true;
  thread->expects_refusal = true;
}

static void enter(struct thread *thread, pid_t program) {
  if (!is_act(&thread->entry) || --acts_left != 0) return;
  if (error_number == KILL) {
    kill(program, SIGKILL);
  } else if (thread->entry.entry.nr == SYS_sendto) {
    refuse(thread);
  } else {
    skip_call(thread->id);
    thread->result = -error_number;
    thread->has_result = true;
  }
}

static void leave(struct thread *thread, long result) {
  if (thread->has_result) set_result(thread->id, thread->result);
  thread->has_result = false;
  bool is_answer = thread->entry.entry.nr == SYS_recvfrom && result >= 20;
  if (!is_answer || !thread->expects_refusal) return;
  int error = -error_number;
  copy(thread->id, &error, thread->entry.entry.args[1] + sizeof(struct nlmsghdr), sizeof error, true);
  thread->expects_refusal = (thread->entry.entry.args[3] & MSG_PEEK) != 0;
}

// Goes on until the program ends, and returns what wait(2) says of its end.
static int follow(pid_t program) {
  int status;
  for (pid_t id; (id = waitpid(-1, &status, __WALL)) > 0;) {
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (id == program) return status;
      thread_of(id)->id = -1;
      continue;
    }
    int signal = WSTOPSIG(status);
    if (signal == (SIGTRAP | 0x80)) {
      struct thread *thread = thread_of(id);
      struct ptrace_syscall_info call;
      ptrace(PTRACE_GET_SYSCALL_INFO, id, sizeof call, &call);
      if (call.op == PTRACE_SYSCALL_INFO_ENTRY) {
        thread->entry = call;
        enter(thread, program);
      } else {
        leave(thread, call.exit.rval);
      }
    }
    bool is_ours = signal == (SIGTRAP | 0x80) || signal == SIGTRAP || signal == SIGSTOP;
    ptrace(PTRACE_SYSCALL, id, 0, is_ours ? 0 : signal);
  }
  return 0;
}

int main(int count, char **words) {
  if (count < 4) {
    fprintf(stderr, "usage: FaultProbe N kill|ERRNO PROGRAM [ARGUMENT...]\n");
    return 1;
  }
  acts_left = atol(words[1]);
  error_number = strcmp(words[2], "kill") == 0 ? KILL : atoi(words[2]);
  pid_t program = fork();
  if (program == 0) {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    execv(words[3], words + 3);
    _exit(127);
  }
  waitpid(program, NULL, 0);
  ptrace(PTRACE_SETOPTIONS, program, 0,
         PTRACE_O_TRACECLONE | PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  ptrace(PTRACE_SYSCALL, program, 0, 0);
  int status = follow(program);
  if (acts_left > 0) return NOT_REACHED;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
