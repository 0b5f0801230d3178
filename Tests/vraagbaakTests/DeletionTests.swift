import Glibc
import TestSupport
import Testing

/// What `index` believes of files that are gone, and how it waits for another run.
@Suite("What a run may remove")
struct DeletionTests {
  private func place(_ sets: Int) throws -> Workplace {
    try Workplace(
      (0..<sets).map {
        Publication.answered(1000 + $0, subject: "x", passages: Publication.harbour.passages)
      })
  }

  private func remove(_ count: Int, from place: Workplace) throws {
    for number in 1000..<1000 + count { try place.remove("documents/ah-tk-20242025-\(number).md") }
  }

  @Test("Ten files may go at once, however few there are")
  func few() throws {
    let place = try place(12)
    try remove(10, from: place)
    let run = try place.run("index", "documents")
    #expect(run.errors.contains("10 verdwenen"))
    #expect(run.status == 0)
    #expect(try passages(of: place) == 2)
  }

  @Test(
    "A run that misses more than ten files and a tenth removes none and ends with 66"
  )
  func many() throws {
    let place = try place(30)
    try remove(11, from: place)
    try place.write(.allowance)
    for arguments in [["index", "documents"], ["index", "--quiet", "documents"]] {
      let run = try place.run(arguments)
      #expect(
        run.messages.first
          == "vraagbaak index: \(place.path)/documents: 11 van de \(arguments.count == 2 ? 30 : 31) bestanden "
          + "zijn in één keer verdwenen; ze blijven in de index (--allow-deletions haalt ze eruit)")
      #expect(run.status == 66)
      #expect(try passages(of: place) == 32)
    }
    let believed = try place.run("index", "--allow-deletions", "documents")
    #expect(believed.errors.contains("11 verdwenen"))
    #expect(believed.status == 0)
    #expect(try passages(of: place) == 21)
    #expect(try place.run("check").status == 0)
  }

  @Test("A path that is empty or gone is accepted if the user says so")
  func emptied() throws {
    let place = try Workplace([.allowance])
    try place.makeDirectory("archive")
    try place.write(Publication.harbour.text, to: "archive/ah-tk-20242025-902.md")
    #expect(try place.run("index", "archive").status == 0)
    try place.remove("archive")
    #expect(try place.run("index", "documents", "archive").status == 66)
    #expect(try passages(of: place) == 3)
    #expect(try place.run("index", "--allow-deletions", "documents", "archive").status == 0)
    #expect(try passages(of: place) == 2)
    // What was never there is a mistake, also then.
    #expect(try place.run("index", "--allow-deletions", "documents", "archive").status == 66)
    try place.remove("documents/ah-tk-20242025-901.md")
    #expect(try place.run("index", "--allow-deletions", "documents").status == 0)
    #expect(try passages(of: place) == 0)
  }

  @Test("A rebuild that would lose much of the index is refused and ends with 66")
  func rebuild() throws {
    let place = try place(12)
    try place.makeDirectory("other")
    try place.write(Publication.harbour.text, to: "other/ah-tk-20242025-902.md")
    let run = try place.run("index", "--rebuild", "other")
    #expect(
      run.messages.first
        == "vraagbaak index: \(place.path)/index: 12 van de 12 bestanden in de index zijn onder de gegeven "
        + "paden niet te vinden; er wordt niet herbouwd (--allow-deletions doet het toch)")
    #expect(run.status == 66)
    #expect(try passages(of: place) == 13)
    let status = try JSONValue(try place.run("status", "--format", "json").output)
    #expect(status["run"]?["action"]?.asText == "update")
    #expect(try place.run("index", "--rebuild", "--allow-deletions", "other").status == 0)
    #expect(try passages(of: place) == 1)
  }

  @Test("A run that waits goes on when the other has ended, and is busy when its time is up")
  func waiting() throws {
    let place = try Workplace([.harbour])
    try place.write(.allowance)
    let held = try place.shell("exec 9<>index/lock; flock 9; \"$V\" index --wait 1 documents")
    // What holds it is no run that has written its name.
    #expect(held.errors.contains("is bezet: een andere run"))
    #expect(held.status == 75)
    let freed = try place.shell(
      """
      mkfifo free; flock --no-fork index/lock cat free &
      while flock --nonblock index/lock true; do sleep 0.05; done
      "$V" index --wait 600 documents & run=$!
      until readlink /proc/$run/fd/* | grep -q index/lock; do sleep 0.05; done
      : > free; wait $run; echo $?; wait
      """)
    #expect(freed.output == "0\n")
    #expect(try passages(of: place) == 3)
    // Not before it has the lock's file open does it wait.
    let stopped = try place.shell(
      """
      flock --no-fork index/lock sleep 600 & holder=$!
      while flock --nonblock index/lock true; do sleep 0.05; done
      "$V" index --wait 600 documents & run=$!
      until readlink /proc/$run/fd/* | grep -q index/lock; do sleep 0.05; done
      kill -TERM $run; wait $run; echo $?
      kill $holder
      """)
    #expect(stopped.output == "143\n")
    #expect(stopped.errors.contains("gestopt tijdens het wachten"))
  }
}
