import Glibc
import Testing

/// What cannot be gone on from ends with a message and an exit code, not with a signal.
@Suite("Commands that meet damage")
struct DamageTests {
  private static let cause =
    "gestopt door een fout in het programma of een beschadigde index; 'vraagbaak check' zegt of de index in orde is\n"

  @Test(
    "A signal of a crash ends a command with one line and its code",
    arguments: [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGXCPU])
  func crash(_ signal: Int32) throws {
    let place = try Workplace()
    let run = try place.shell(
      """
      # Without the handlers of Swift's runtime: those that are caught are the command's.
      export SWIFT_BACKTRACE=enable=no
      mkfifo in; "$V" stem < in & exec 3> in
      caught() { awk '/SigCgt/ { print $2 }' /proc/$!/status; }
      until (((0x$(caught) >> (\(signal) - 1)) & 1)); do sleep 0.05; done
      kill -\(signal) $!; wait $!
      """)
    #expect(run == CommandRun(errors: "vraagbaak stem: \(Self.cause)", status: 74))
  }

  @Test("A search that crashes ends with 2, and shows nothing")
  func search() throws {
    let place = try Workplace()
    let run = try place.shell(
      """
      python3 -c '
      import socket
      server = socket.create_server(("127.0.0.1", 0))
      open("stub", "w").write(f"remote 127.0.0.1:{server.getsockname()[1]}")
      connection = server.accept()[0]
      open("asked", "w").write("yes")
      connection.recv(1)
      ' &
      until [ -s stub ]; do sleep 0.1; done
      "$V" search --index stub fort & search=$!
      until [ -s asked ]; do sleep 0.1; done
      kill -SEGV $search; wait $search
      """)
    #expect(run == CommandRun(errors: "vraagbaak search: \(Self.cause)", status: 2))
  }

  /// A line of shell that prints the process that another one has started, whose number is in a
  /// variable.
  private static func childOf(_ process: String) -> String {
    "awk -v p=$\(process) '$4 == p { print $1 }' /proc/[0-9]*/stat 2>/dev/null | grep ."
  }

  @Test("A check that damage ends says so, and ends with 65")
  func check() throws {
    let place = try Workplace([.allowance])
    let run = try place.shell(
      """
      exec 9> index/lock; flock 9
      "$V" check --wait 60 & check=$!
      until child=$(\(Self.childOf("check"))); do sleep 0.1; done
      sleep 0.5; kill -SEGV $child; wait $check
      """)
    #expect(
      run
        == CommandRun(
          errors: """
            vraagbaak check: de index \(place.path)/index is beschadigd: de controle kon er niet doorheen (signaal 11); \
            'vraagbaak index --rebuild PAD' maakt hem opnieuw

            """,
          status: 65))
  }

  @Test("check is stopped by a signal while it waits", arguments: [SIGINT, SIGTERM])
  func stopped(_ signal: Int32) throws {
    let place = try Workplace([.allowance])
    let run = try place.shell(
      """
      exec 9> index/lock; flock 9
      "$V" check --wait 60 & check=$!
      until child=$(\(Self.childOf("check"))); do sleep 0.1; done
      sleep 0.5; kill -\(signal) $check; wait $check
      """)
    #expect(run.status == (signal == SIGINT ? 130 : 143))
  }

  @Test("check works where nothing may be written, and says what it did not look at")
  func readOnly() throws {
    let place = try Workplace([.allowance])
    let run = try place.shell(
      """
      as() { if [ $(id -u) = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
      chmod a+rx . index; chmod -R a+rX index documents; chmod -R a-w index; as "$V" check
      """)
    #expect(run.output.hasPrefix("in orde: "))
    #expect(
      run.messages == [
        """
        vraagbaak check: \(place.path)/index/generation-1/shard-1: hier mag niet geschreven worden; gecontroleerd is alles \
        wat te lezen is, niet de indeling van de blokken
        """
      ])
    #expect(run.status == 0)
  }

  @Test("A list of words that is not what was written is found")
  func words() throws {
    let place = try Workplace()
    try place.write("fort\nhuis\nhuizen\n", to: "words")
    try place.write(.allowance)
    #expect(try place.run("index", "--words", "words", "documents").status == 0)
    #expect(try place.run("check", "--quiet") == CommandRun())
    let lexicon = "\(place.path)/index/generation-1/lexicon"
    #expect(
      try place.shell("printf x | dd of=\(lexicon) bs=1 seek=60 conv=notrunc status=none").status
        == 0)
    let run = try place.run("check")
    #expect(
      run.messages.first
        == "vraagbaak check: \(lexicon): de woordenlijst is niet meer zoals ze geschreven is")
    #expect(run.status == 65)
  }
}
