import Kamervragen
import TestSupport
import Testing

@testable import Alerts
@testable import PassageStore

@Suite("What is new in an index")
struct ChangeFinderTests {
  private let questions = Paper("kv-tk-2024Z90001", .questions, case: "2024Z90001")
  private let answer = Paper(
    "ah-tk-20242025-901", .answered, case: "2024Z90001", received: "2024-12-03")
  private let delay = Paper(
    "ah-tk-20242025-850", .delay, case: "2024Z90001", received: "2024-11-12")
  private let other = Paper("ah-tk-20242025-7", .answered, case: "2024Z90777")

  @Test("Questions, their delay and their answer are told as what they are")
  func course() {
    var nights = Nights(other)
    #expect(nights.night([other, questions]) == ["new-questions kv-tk-2024z90001"])
    #expect(nights.night([other, questions, delay]) == ["delay ah-tk-20242025-850"])
    #expect(nights.night([other, questions, delay]) == [])
    #expect(nights.night([other, questions, delay, answer]) == ["answered ah-tk-20242025-901"])
    #expect(nights.night([other, questions, delay, answer]) == [])
  }

  @Test("An answer whose questions were not known is new with its answer")
  func answerAtOnce() {
    var nights = Nights(other)
    #expect(nights.night([other, answer]) == ["new-answer ah-tk-20242025-901"])
    let both = nights.night([
      other, answer, questions.with { $0.visibility = .answered },
    ])
    // Whether it is told depends on the query: a search finds it only by its kind.
    #expect(both == ["new-questions kv-tk-2024z90001"])
  }

  @Test("A correction and a reprint are told as such if the earlier version was known")
  func versions() {
    let (correction, reprint) = (
      answer.with {
        $0.identifier = "ah-tk-20242025-901-n1"
        $0.path = "/n1"
      },
      answer.with {
        $0.identifier = "ah-tk-20242025-901-h1"
        $0.path = "/h1"
      }
    )
    var nights = Nights(answer)
    #expect(nights.night([answer, reprint]) == ["reprint ah-tk-20242025-901-h1"])
    #expect(nights.night([answer, reprint, correction]) == ["correction ah-tk-20242025-901-n1"])
    var others = Nights(other)
    #expect(others.night([other, correction]) == ["new-answer ah-tk-20242025-901-n1"])
  }

  @Test("A version has changed if its file and its words have, in one form")
  func changed() {
    var nights = Nights(answer)
    let reworded = answer.with { $0.text = "Wat kost bruinkool?" }
    #expect(nights.night([reworded]) == ["changed ah-tk-20242025-901"])
    #expect(nights.night([reworded]) == [])
    // Other white space, another form, another place.
    #expect(nights.night([reworded.with { $0.text = "Wat  kost\nbruinkool?" }]) == [])
    let printed = reworded.with {
      $0.form = .pdf
      $0.text = "Wat kost bruin-kool?"
    }
    #expect(nights.night([printed]) == [])
    #expect(nights.night([printed.with { $0.path = "/elders" }]) == [])
  }

  @Test("A provisional print and the final one are told once, whichever comes first")
  func provisional() {
    let draft = answer.with {
      $0.identifier = "ah-1106586"
      $0.path = "/draft"
    }
    let letter = answer.with {
      $0.identifier = nil
      $0.path = "/letter.docx"
    }
    for first in [draft, letter] {
      var nights = Nights(questions)
      let key = first.identifier ?? "=2024z90001/answered/2024-12-03"
      #expect(nights.night([questions, first]) == ["answered \(key)"])
      #expect(nights.night([questions, first, answer]) == [])
      #expect(nights.night([questions, answer]) == [])
    }
    var nights = Nights(questions, answer)
    #expect(nights.night([questions, answer, letter]) == [])
    // A second answer on another day is another one.
    let second = letter.with { $0.received = "2025-02-01" }
    #expect(
      nights.night([questions, answer, second]) == ["answered =2024z90001/answered/2025-02-01"])
  }

  @Test("A publication that is gone for a while is not new when it comes back")
  func goneAndBack() {
    var nights = Nights(questions, other)
    #expect(nights.night([other]) == ["withdrawn kv-tk-2024z90001"])
    #expect(nights.night([other]) == [])
    #expect(nights.night([other, questions]) == [])
    #expect(nights.night([other]) == ["withdrawn kv-tk-2024z90001"])
  }

  @Test("Questions are withdrawn only if nothing of their case is left")
  func withdrawn() {
    var nights = Nights(questions, answer)
    #expect(nights.night([answer]) == [])
    var unnumbered = Nights(Paper("ah-tk-20242025-5", .answered), other)
    #expect(unnumbered.night([other]) == ["withdrawn ah-tk-20242025-5"])
    var versions = Nights(Paper("ah-tk-20242025-5", .answered))
    #expect(
      versions.night([Paper("ah-tk-20242025-5-n1", .answered)])
        == ["correction ah-tk-20242025-5-n1"])
  }

  @Test("A file that was known is no news, whatever another version of the reader finds in it")
  func otherReader() {
    let unread = answer.with {
      $0.identifier = nil; $0.zaak = nil; $0.kind = .questions
    }
    var nights = Nights(unread, other)
    #expect(nights.night([answer, other]) == [])
    #expect(nights.night([answer.with { $0.kind = .delay }, other]) == [])
    #expect(
      nights.night([
        answer.with {
          $0.path = "/nieuw"; $0.text = "Meer."
        }, other,
      ]) == ["answered ah-tk-20242025-901"])
  }

  @Test("If very many publications are gone at once, that is not believed")
  func manyGone() {
    let all = (1...60).map { Paper("ah-tk-20242025-\($0)", .answered) }
    var nights = Nights()
    #expect(nights.night(all).count == 60)
    #expect(nights.night([all[0]]) == [])
    #expect(nights.night(all) == [])
    #expect(nights.night(Array(all.dropLast(20))).count == 20)
  }

  @Test("The order of the files, and copies of them, change nothing")
  func order() {
    var random = SeededGenerator(seed: 7)
    let papers = [
      questions, delay, answer, other,
      answer.with {
        $0.path = "/copy"; $0.form = .pdf
      },
    ]
    var first = Nights(questions)
    let told = first.night(papers)
    #expect(
      told
        == [
          "delay ah-tk-20242025-850", "new-answer ah-tk-20242025-7", "answered ah-tk-20242025-901",
        ].sorted { $0.split(separator: " ")[1] < $1.split(separator: " ")[1] })
    for _ in 0..<20 {
      var nights = Nights(questions)
      #expect(nights.night(papers.shuffled(using: &random)) == told)
      #expect(nights.known == first.known)
    }
  }

  @Test("A file without an identifier and without a case is known by its content")
  func unnamed() {
    let loose = Paper(nil, .questions, path: "/vragen.md")
    var nights = Nights(other)
    #expect(nights.night([other, loose]).count == 1)
    #expect(nights.night([other, loose]) == [])
  }
}
