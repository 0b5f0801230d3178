import DutchText
import Testing

@Test func probe() {
  for t in ["De GroenLinks-PvdA-fractie vroeg op 36 410-XV en 36.410 of 36410, € 1,5 miljoen; 1.234,56 en 1,2,3.",
   "’s-Gravenhage zo'n risico’s e-mail COVID-19 A.V.G. 2024Z16543 artikel 273f 50PLUS F-35 financiën NGO's zzp'ers d'Hondt Ĳsland 2023–2024 O.M. wet- en re\u{AD}gelgeving Kostic\u{301} www.om.nl om.nl?¹ 80% 's ochtends 12.30 uur"] {
    let s = Analyzer().tokens(of: t)
    print(s)
  }
}
