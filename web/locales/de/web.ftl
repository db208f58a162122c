### Texte der Seiten. "Sie", Verb zuerst, ein Gedanke je Satz.

## Rahmen
app-name = Kataster
app-claim = Fachkräfte für IT-Notfälle in Kommunen
app-description = Register der Fachkräfte für gegenseitige Hilfe bei IT-Vorfällen in Kommunen
skip = Zum Inhalt springen
notice-signed-in = Sie sind angemeldet.
notice-signed-out = Sie sind abgemeldet.
notice-password-set = Ihr Passwort ist gesetzt. Melden Sie sich an.
notice-password-changed = Ihr Passwort ist geändert.
notice-session-ended = Die Sitzung ist beendet.
notice-others-ended = Alle anderen Sitzungen sind beendet.
notice-token-revoked = Der Zugangsschlüssel ist entzogen und wirkt nicht mehr.
notice-second-factor-removed = Der zweite Faktor ist entfernt.
notice-passkey-added = Der Passkey ist eingerichtet.
notice-passkey-removed = Der Passkey ist entfernt.
notice-rotation-announced = Der Wechsel ist angekündigt. Jetzt fehlt eine zweite Person.
notice-rotation-confirmed = Der Wechsel ist bestätigt.
notice-card-revoked = Die Karte ist gesperrt. Kein Code gilt mehr.
notice-replacement-asked = Die neue Karte ist angefragt. Eine zweite Person bestätigt sie.
notice-contact-added = Die Person ist hinterlegt.
notice-contact-removed = Die Person ist entfernt.
notice-contact-checked = Notiert: Die Nummer stimmt noch.
notice-contact-moved = Die Reihenfolge ist geändert.
demo-notice = Vorführung: Alle Personen, Organisationen und Vorfälle sind erfunden.
signed-in-as = Angemeldet als
sign-out = Abmelden
sign-in = Anmelden
nav-main = Hauptmenü
nav-footer = Rechtliches
nav-search = Fachkräfte suchen
nav-match = Hilfe abgleichen
nav-map = Karte
nav-profile = Mein Eintrag
nav-organisation = Meine Organisation
nav-audit = Protokoll
nav-accessibility = Barrierefreiheit
nav-privacy = Datenschutz
nav-imprint = Impressum
nav-status = Betriebszustand
theme-label = Darstellung
theme-auto = Automatisch
theme-light = Hell
theme-dark = Dunkel
shortcuts = Tastenkürzel
shortcuts-on = Sie wirken, solange Sie nichts in ein Feld schreiben.
shortcuts-off = Sie sind abgeschaltet.
shortcuts-where = Ein- und ausschalten am Ende jeder Seite
shortcut-next = Zum nächsten Vorgang; die Eingabetaste öffnet ihn
shortcut-previous = Zum vorigen Vorgang
shortcut-checklist = Zur Prüfliste
shortcut-verdict = Zum Urteil
shortcut-comment = Zum neuen Vermerk
shortcut-queue = Zurück zu allen Vorgängen
shortcut-intake = Anruf aufnehmen
shortcut-place = Zum Ort
shortcut-phone = Zur Rückrufnummer
shortcut-code = Zum Notfallcode
operated-by = Betrieben von { $name }
undo = Rückgängig machen
undo-until = möglich bis { $until }
breadcrumbs = Sie sind hier
breadcrumb-start = Startseite
error-summary = Das stimmt noch nicht
title-problem = Fehler:
yes = Ja
no = Nein
name = Name
email = E-Mail
phone = Telefon
mobile = Mobil
duty-phone = Dienstnummer
none-given = Keine Angabe
not-set = Der Betreiber hat diese Angaben noch nicht hinterlegt.
no-limit = Ohne Obergrenze
days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
days-a-year = { $n } Personentage im Jahr
as-of = Stand: { $moment }

## Rollen
role-expert = Fachkraft
role-member-manager = Verwaltung einer Mitgliedsorganisation
role-requester = Anfragende Kommune
role-vetter = Prüfstelle
role-coordinator = Koordinierungsstelle
role-admin = Systemverwaltung
role-auditor = Revision
role-land-liaison = Verbindungsstelle des Landes

## Erste Hilfe (Text C1, eine Quelle)
first-aid-question = Ihre Rechner sind verschlüsselt?
call-desk = Koordinierungsstelle
call-life = Gefahr für Leib und Leben:

## Start
start-title = Hilfe bei IT-Notfällen in Kommunen
start-heading = Finden Sie Fachkräfte, die Ihrer Kommune jetzt helfen.
start-lead = Kommunen helfen Kommunen: geprüfte Fachkräfte aus öffentlichen IT-Häusern, nach Können, Nähe und Verfügbarkeit.
start-search-label = Was wird gebraucht?
start-match-link = Hilfe abgleichen
start-match-title = Sie wissen noch nicht, wen Sie brauchen?
start-match-text = Geben Sie Vorfall und Ort an. Sie sehen, wer passt, warum, und welches Team vollständig wäre.
figure-experts = Fachkräfte, die jetzt gefunden werden
figure-members = Mitgliedsorganisationen
figure-lands = Länder mit Fachkräften
about-title = Was dieses Register ist
about-text-1 = Wird eine Stadtverwaltung angegriffen, fehlen oft genau die Leute, die so etwas schon einmal gelöst haben. In anderen öffentlichen Häusern gibt es sie.
about-text-2 = Mitgliedsorganisationen tragen hier ein, wer helfen kann und darf. Eine Prüfstelle prüft jeden Eintrag, bevor er gefunden wird. Jede Hilfe ist freiwillig.
about-sign-in = Anmelden, um zu suchen
mask-title = So bleiben Fachkräfte geschützt
mask-1-title = Kennung statt Name.
mask-1-text = Wer sucht, sieht Können, Land und ungefähre Entfernung, nie Namen, Kontakt oder Arbeitgeber.
mask-2-title = Name und Nummer bleiben im Haus.
mask-2-text = Nur die Fachkraft selbst und ihr Arbeitgeber sehen Namen und Dienstnummer.
mask-3-title = Jede Änderung wird festgehalten.
mask-3-text = Ein Protokoll, das niemand ändern kann, zeigt, wer wann was getan hat.

## Fehlerseiten
error-preline = Fehler { $status }
error-lead-on = So geht es weiter
error-to-start = Zur Startseite mit der ersten Hilfe
error-to-search = Fachkräfte suchen
error-to-sign-in = Anmelden
error-to-status = Betriebszustand ansehen
error-call = Rufen Sie die Koordinierungsstelle an:
error-request = Nennen Sie bei Rückfragen diese Nummer: { $id }
error-not-found-title = Diese Seite gibt es nicht
error-not-found-text = Prüfen Sie die Adresse. Vielleicht wurde der Eintrag zurückgezogen, oder er ist für Ihr Konto nicht sichtbar.
error-forbidden-title = Das darf Ihr Konto nicht
error-forbidden-text = Bitten Sie die Verwaltung Ihrer Organisation um die passende Rolle.
error-other-site-title = Diese Anfrage kommt nicht von unseren Seiten
error-other-site-text = Öffnen Sie die Seite neu und versuchen Sie es noch einmal. So schützen wir Ihre Sitzung vor fremden Seiten.
error-method-title = So lässt sich diese Seite nicht öffnen
error-method-text = Gehen Sie zurück und nutzen Sie die Schaltflächen der Seite.
error-gone-title = Dieser Link gilt nicht mehr
error-gone-text = Sie müssen nichts tun. Bei Fragen hilft die Koordinierungsstelle.
error-invalid-title = Die Eingabe passt noch nicht
error-invalid-text = Gehen Sie zurück und prüfen Sie Ihre Angaben.
error-too-many-title = Zu viele Anfragen
error-too-many-text = { $minutes ->
    [one] Warten Sie eine Minute und versuchen Sie es noch einmal.
   *[other] Warten Sie { $minutes } Minuten und versuchen Sie es noch einmal.
}
error-internal-title = Bei uns ist etwas schiefgegangen
error-internal-text = Versuchen Sie es gleich noch einmal. Der Fehler ist bei uns vermerkt.
error-unavailable-title = Das Register macht gerade Pause
error-unavailable-text = Versuchen Sie es in einer Minute noch einmal. Ihre Daten sind sicher.

## Anmelden
sign-in-title = Anmelden
sign-in-lead = Melden Sie sich an, um Fachkräfte zu suchen oder Ihren Eintrag zu sehen.
sign-in-email = E-Mail-Adresse
sign-in-password = Passwort
sign-in-button = Anmelden
sign-in-email-missing = Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel name@stadt.de.
email-of-somebody-missing = Geben Sie die E-Mail-Adresse der Person ein, zum Beispiel name@stadt.de.
sign-in-password-missing = Geben Sie Ihr Passwort ein.
sign-in-refused = Adresse und Passwort passen nicht zusammen. Prüfen Sie beides.
sign-in-too-many = { $minutes ->
    [one] Zu viele Versuche. Warten Sie eine Minute.
   *[other] Zu viele Versuche. Warten Sie { $minutes } Minuten.
}
sign-in-help = Sie haben kein Konto? Die Verwaltung Ihrer Organisation legt es an.
sign-in-demo-title = Konten der Vorführung
sign-in-demo-text = Die Passwörter stehen in der Datei demo-credentials.json im Datenordner.

## Passwort
password-new = Neues Passwort
password-again = Neues Passwort wiederholen
password-old = Jetziges Passwort
password-hint = Mindestens { $n } Zeichen. Ein ganzer Satz ist ein gutes Passwort. Sonderzeichen sind nicht nötig.
password-missing = Geben Sie ein neues Passwort ein.
password-too-short = Das Passwort ist zu kurz. Nehmen Sie mindestens { $n } Zeichen, am besten einen ganzen Satz.
password-too-long = Das Passwort ist zu lang. Nehmen Sie einen kürzeren Satz.
password-too-easy = Das Passwort lässt sich leicht erraten. Nehmen Sie einen Satz, den nur Sie kennen.
password-not-the-same = Die beiden Passwörter sind verschieden. Geben Sie das neue noch einmal ein.
password-wrong-old = Das jetzige Passwort stimmt nicht. Geben Sie es noch einmal ein.

## Einladung
invitation-title = Willkommen
invitation-lead = Ihr Konto ist angelegt. Wählen Sie Ihr Passwort, dann können Sie sich anmelden.
invitation-button = Passwort setzen
invitation-over-title = Dieser Link gilt nicht mehr
invitation-over-text = Er wurde schon benutzt oder ist abgelaufen.
invitation-over-ask = Sie haben noch kein Passwort? Bitten Sie die Verwaltung Ihrer Organisation um einen neuen Link.
invitation-over-sign-in = Sie haben schon eines gewählt? Dann melden Sie sich an.

## Mein Konto
account-title = Mein Konto
account-roles = Rollen
account-roles-none = Ihr Konto hat noch keine Rolle. Bitten Sie die Verwaltung Ihrer Organisation darum.
account-password = Passwort ändern
account-password-text = Danach enden alle anderen Sitzungen.
account-second-factor = Zweiter Faktor
account-second-factor-none = Ihr Konto schützt bisher nur das Passwort. Mit einem zweiten Faktor genügt ein gestohlenes Passwort nicht mehr.
account-second-factor-set-up = Zweiten Faktor einrichten
account-second-factor-since = Eingerichtet seit { $day }
account-recovery-codes = { $n ->
    [one] 1 Wiederherstellungscode übrig
   *[other] { $n } Wiederherstellungscodes übrig
}
account-second-factor-remove = Zweiten Faktor entfernen
second-factor-wrong-password = Das Passwort stimmt nicht. Geben Sie es noch einmal ein.
second-factor-wrong-code = Der Code stimmt nicht oder wurde schon benutzt. Geben Sie den nächsten ein.
second-factor-password-weak = Ihr Passwort ist ohne zweiten Faktor zu kurz oder zu leicht zu erraten. Ändern Sie es zuerst.
second-factor-code = Code der App oder Wiederherstellungscode
account-sessions = Sitzungen
account-sessions-text = Hier ist Ihr Konto angemeldet. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
session-started = Begonnen
session-seen = Zuletzt benutzt
session-current = Diese Sitzung
session-action = Handlung
session-end = Beenden
session-end-of = Sitzung seit { $moment }
session-end-others = Alle anderen beenden
account-tokens = Zugangsschlüssel
account-tokens-text = Mit einem Schlüssel arbeitet ein Programm in Ihrem Namen. Geben Sie ihn niemandem weiter.
account-tokens-none = Sie haben noch keinen Schlüssel.
token-new-title = Kopieren Sie den Schlüssel jetzt
token-new-text = Wir zeigen ihn nur dieses eine Mal.
token-new-label = Ihr neuer Schlüssel
token-label = Name
token-scopes = Darf
token-scope-read = Lesen
token-scope-write = Ändern
token-created = Erstellt
token-expires = Gilt bis
token-last-used = Zuletzt benutzt
token-never-used = Noch nie
token-over = Gilt nicht mehr
token-action = Handlung
token-revoke = Entziehen
token-form-title = Neuer Schlüssel
token-form-name = Name
token-form-name-hint = Wofür er ist, zum Beispiel „Abfrage aus dem Lagezentrum“.
token-form-scopes = Was darf er?
token-form-days = Wie lange gilt er?
token-form-button = Schlüssel erstellen
token-name-missing = Geben Sie dem Schlüssel einen Namen.
token-name-too-long = Kürzen Sie den Namen auf höchstens { $n } Zeichen.
token-scope-missing = Wählen Sie, was der Schlüssel darf.
token-days-wrong = Wählen Sie, wie lange der Schlüssel gilt.
token-too-many = Sie haben schon sehr viele Schlüssel. Entziehen Sie zuerst einen.
token-wrong-password = Das Passwort stimmt nicht. Der Schlüssel wurde nicht erzeugt.

## Zweiter Faktor
totp-title = Zweiten Faktor einrichten
totp-lead = Danach fragt die Anmeldung auch nach sechs Ziffern von Ihrem Handy.
totp-step-app = Öffnen Sie eine Authenticator-App auf Ihrem Handy.
totp-step-app-hint = Jede App für Einmalcodes (TOTP) passt.
totp-step-scan = Scannen Sie das Bild, oder geben Sie den Schlüssel ein.
totp-qr = Bild zum Scannen. Derselbe Schlüssel steht daneben als Text.
totp-secret = Schlüssel
totp-link = Auf diesem Gerät in der App öffnen
totp-step-code = Geben Sie die sechs Ziffern aus der App ein.
totp-code = Sechs Ziffern
totp-step-password = Bestätigen Sie, dass Sie es sind
totp-wrong = Die Ziffern stimmen nicht. Warten Sie auf die nächsten und geben Sie diese ein.
totp-button = Zweiten Faktor einschalten
totp-back = Zurück zu meinem Konto
recovery-title = Drucken Sie diese Codes
recovery-done = Der zweite Faktor ist eingeschaltet.
recovery-text = Ohne Ihr Handy melden Sie sich mit einem dieser Codes an. Jeder gilt einmal.
recovery-once = Wir zeigen die Codes nur jetzt. Bewahren Sie das Blatt sicher auf, nicht beim Rechner.
recovery-codes = Wiederherstellungscodes
recovery-for = Für { $account }
recovery-print = Diese Seite drucken
recovery-on = Weiter zu meinem Konto
code-title = Zweiter Schritt der Anmeldung
code-lead = Öffnen Sie Ihre Authenticator-App.
code-label = Code
code-hint = Die sechs Ziffern aus der App oder ein Wiederherstellungscode.
code-missing = Geben Sie die sechs Ziffern oder einen Wiederherstellungscode ein.
code-refused = Der Code stimmt nicht. Warten Sie auf den nächsten und geben Sie diesen ein.
code-button = Anmelden
code-help = Handy und Codes verloren? Zwei Personen Ihrer Organisation oder der Koordinierungsstelle können für Sie bürgen.
code-again = Mit einem anderen Konto anmelden

## Passkeys und Bestätigen
account-passkeys = Passkeys
passkeys-text = Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder Geräte-PIN an. Gefälschte Seiten können ihn nicht stehlen.
passkeys-none = Sie haben noch keinen Passkey.
passkeys-confirm = Bestätigen und Passkey einrichten
passkeys-not-here = Passkeys brauchen eine Adresse mit Namen. Der Betreiber muss sie hinterlegen.
passkey-add = Passkey einrichten
passkey-created = Eingerichtet am
passkey-remove = Entfernen
passkey-of = Passkey vom { $day }
passkey-last-password = Passwort, das danach allein schützt
passkey-sign-in = Mit Passkey anmelden
passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie den anderen Weg.
passkey-elsewhere = Passkeys gehen nur unter dieser Adresse:
passkey-no-script = Für Passkeys muss JavaScript eingeschaltet sein.
passkey-refused = Diesen Passkey kennen wir hier nicht. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.
passkey-setup-title = Passkey einrichten
passkey-setup-lead = Mit Ihrer Rolle sehen Sie viel. Deshalb brauchen Sie einen Passkey.
passkey-setup-confirm = Sie haben einen Passkey, sind aber ohne ihn angemeldet.
passkey-setup-lost = Das Gerät ist verloren? Sie haben sich ausgewiesen und können einen neuen Passkey einrichten.
recovery-renew = Neue Wiederherstellungscodes erstellen
totp-or-passkey = Einfacher und sicherer:
code-instead = Ohne Passkey: mit einem Code
confirm-title = Bestätigen Sie, dass Sie es sind
confirm-lead = Das hat Folgen für Ihr Konto oder für andere. Deshalb fragen wir noch einmal.
confirm-why = Die Bestätigung gilt zehn Minuten.
confirm-passkey = Mit Passkey bestätigen
confirm-without = Ohne Passkey
confirm-recovery-code = Wiederherstellungscode
confirm-button = Bestätigen
confirm-passkey-needed = Ziffern der App genügen hier nicht. Nehmen Sie Ihren Passkey oder einen Wiederherstellungscode.

## Wiederherstellung durch zwei Personen
recover-title = Jemandem wieder Zugang geben
recover-lead = Jemand hat Handy, Passkey und Codes verloren? Zwei Personen bürgen, dann beginnt das Konto neu.
recover-step-1 = Sprechen Sie mit der Person, die Sie kennen. Eine E-Mail genügt nicht.
recover-step-2 = Geben Sie ihre E-Mail-Adresse an. Eine zweite Person tut hier dasselbe innerhalb von 24 Stunden.
recover-step-3 = Die zweite Person bekommt den Link und übergibt ihn persönlich oder am Telefon.
recover-email = E-Mail-Adresse des Kontos
recover-cause = Was ist passiert?
recover-cause-lost = Gerät verloren
recover-cause-stolen = Gerät gestohlen
recover-cause-replaced = Gerät kaputt oder ersetzt
recover-cause-missing = Wählen Sie, was passiert ist.
recover-not-yours = Zu dieser Adresse gibt es kein Konto, für das Sie bürgen können.
recover-same-person = Sie haben schon gebürgt. Jetzt muss eine zweite Person dieselbe Adresse angeben.
recover-button = Für diese Person bürgen
recover-first-title = Eine Person bürgt. Es fehlt eine zweite.
recover-first-text = Bitten Sie eine zweite Person, hier dieselbe Adresse anzugeben. Das geht bis { $until }.
recover-second-title = Zwei Personen bürgen.
recover-link = Link für einen neuen Anfang
recover-second-text = Wir zeigen den Link nur jetzt. Er gilt 24 Stunden und einmal. Übergeben Sie ihn persönlich oder am Telefon, nicht per E-Mail.

## Protokoll
audit-title = Protokoll
audit-lead = Hier steht, wer wann was getan hat. Das Neueste steht oben.
audit-filter = Filter
audit-any = Alles
audit-entries = Einträge
audit-caption = Einträge des Protokolls
audit-actor = Wer
audit-action = Was
audit-subject = Woran
audit-from = Von
audit-until = Bis
audit-apply = Einträge zeigen
audit-reset = Alle Einträge zeigen
audit-export = Als Datei herunterladen
audit-number = Nummer
audit-at = Wann
audit-details = Einzelheiten
audit-none = Noch ist nichts festgehalten.
audit-none-filtered = Dazu gibt es keinen Eintrag. Ändern Sie den Filter.
audit-day-unreadable = Ein Tag ist nicht lesbar. Schreiben Sie ihn so: 2026-05-01.
audit-pages = Ältere und neuere Einträge
audit-older = Ältere
audit-newer = Neuere
action-account-created = Konto angelegt
action-account-invited = Einladung erstellt
action-account-password-set = Passwort gesetzt
action-account-password-changed = Passwort geändert
action-account-second-factor-set = Zweiter Faktor eingeschaltet
action-account-second-factor-removed = Zweiter Faktor entfernt
action-account-recovery-code-used = Mit Wiederherstellungscode angemeldet
action-account-passkey-added = Passkey eingerichtet
action-account-passkey-removed = Passkey entfernt
action-account-recovery-codes-renewed = Neue Wiederherstellungscodes erstellt
action-account-recovery-begun = Erste Person bürgt für ein Konto
action-account-recovery-confirmed = Wiederherstellung freigegeben
action-account-recovered = Konto wiederhergestellt
action-session-confirmed = Sitzung bestätigt
action-token-issued = Zugangsschlüssel erstellt
action-token-revoked = Zugangsschlüssel entzogen
action-session-started = Angemeldet
action-session-ended = Sitzung beendet
action-session-refused = Anmeldung abgelehnt
action-session-second-factor-refused = Code abgelehnt
action-account-password-refused = Jetziges Passwort abgelehnt
action-audit-export-begun = Protokoll wird heruntergeladen
action-audit-exported = Protokoll heruntergeladen
action-keys-rotation-announced = Schlüsselwechsel angekündigt
action-keys-rotation-confirmed = Schlüsselwechsel bestätigt
action-keys-rotation-begun = Schlüsselwechsel begonnen
action-keys-version-added = Neuer Schlüssel angelegt
action-keys-rotated = Schlüsselwechsel beendet
action-keys-retirement-begun = Alter Schlüssel wird entfernt
action-keys-retired = Alter Schlüssel entfernt
action-access-denied = Zugriff verweigert
action-organisation-created = Organisation angelegt
action-organisation-changed = Organisation geändert
action-organisation-struck = Organisation als betroffen gemeldet
action-organisation-recovered = Organisation nicht mehr betroffen
action-expert-created = Eintrag einer Fachkraft angelegt
action-expert-changed = Eintrag einer Fachkraft geändert
action-expert-availability-set = Verfügbarkeit gesetzt
action-expert-confirmed = Angaben bestätigt
action-expert-linked = Eintrag mit Konto verbunden
action-expert-identity-revealed = Name und Kontakt gezeigt
action-expert-submitted = Eintrag zur Prüfung gegeben
action-vetting-assessed = Eintrag bewertet
action-vetting-decided = Aufnahme entschieden
action-vetting-undone = Beurteilung zurückgenommen
action-vetting-withdrawn = Antrag zurückgezogen
action-vetting-appealed = Widerspruch eingelegt
action-vetting-revocation-opened = Entzug der Aufnahme beantragt
action-vetting-revocation-lapsed = Eiliger Entzug ohne Bestätigung beendet
action-vetting-commented = Vermerk zur Prüfung geschrieben
action-vetting-ticked = Prüfliste abgehakt
action-emergency-card-issued = Notfallkarte ausgestellt
action-emergency-card-revoked = Notfallkarte gesperrt
action-emergency-card-replacement-asked = Neue Notfallkarte angefragt
action-emergency-card-replaced = Notfallkarte ersetzt
action-conditions-accepted = Einsatzbedingungen angenommen
action-emergency-code-redeemed = Notfallcode eingelöst
action-emergency-code-refused = Notfallcode abgelehnt
action-emergency-code-alert-sent = Kontakte zum Notfallcode benachrichtigt
action-emergency-code-alert-failed = Kontakte zum Notfallcode nicht erreicht
action-emergency-code-alert-not-sent = Kontakte zum Notfallcode nicht benachrichtigt
action-emergency-contact-added = Notfallkontakt hinterlegt
action-emergency-contact-removed = Notfallkontakt entfernt
action-emergency-contact-checked = Notfallkontakt geprüft
action-emergency-contact-moved = Reihenfolge der Notfallkontakte geändert
action-emergency-contacts-revealed = Notfallkontakte eingesehen
action-reference-installed = Grunddaten eingespielt
action-demo-begun = Vorführung begonnen
action-demo-filled = Vorführung gefüllt
action-account-exported = Kopie der eigenen Daten genommen
action-account-erased = Konto gelöscht
action-account-erased-again = Konto nach dem Einspielen einer Sicherung erneut gelöscht
action-expert-erased = Eintrag gelöscht
action-expert-erased-again = Eintrag nach dem Einspielen einer Sicherung erneut gelöscht
action-expert-restricted = Eintrag ruht
action-expert-unrestricted = Eintrag ruht nicht mehr
action-expert-private-contact-set = Private Erreichbarkeit geändert
action-consent-given = Einwilligung gegeben
action-consent-withdrawn = Einwilligung widerrufen
action-privacy-affected-listed = Betroffene ermittelt

## Betriebszustand
status-title = Betriebszustand
status-well = Alles läuft
status-unwell = Es gibt eine Störung
status-unwell-text = Wir arbeiten daran. Rufen Sie im Notfall an.
status-checked = Geprüft: { $moment }
status-database = Datenbank
status-database-up = Erreichbar
status-database-down = Nicht erreichbar
status-search = Suche
status-search-ready = Bereit, alle Änderungen sind enthalten
status-search-behind = { $changes ->
    [one] Bereit, eine Änderung fehlt noch
   *[other] Bereit, { $changes } Änderungen fehlen noch
}
status-search-not-ready = Noch nicht bereit
status-as-of = Letzte Änderung in der Suche
status-reference = Gebietsstand der Orte
status-version = Version

## Impressum
imprint-title = Impressum
imprint-demo = Dies ist eine Vorführung auf einem eigenen Rechner. Sie ist kein öffentliches Angebot.
imprint-publisher = Wer verantwortlich ist
imprint-represented-by = Vertreten durch
imprint-supervised-by = Aufsicht
imprint-sources = Woher die Grunddaten stammen
imprint-sources-text = Orte, Karten und Begriffe beruhen auf diesen Quellen:
imprint-design = Gestaltung: KERN UX-Standard (EUPL-1.2). Schrift: Fira Sans (OFL-1.1). Bedienung: htmx (0BSD).
imprint-software = Software
imprint-licence = Kataster ist freie Software unter der EUPL-1.2.
imprint-source-code = Quelltext ansehen

## Datenschutz
privacy-title = Datenschutz
privacy-lead = Hier steht, welche Daten das Register verarbeitet, wozu und wie lange.
privacy-who = Wer verantwortlich ist
privacy-who-text = Diese Stellen entscheiden gemeinsam über die Daten (Artikel 26 DSGVO):
privacy-processor = Den Betrieb der Server übernimmt { $name } im Auftrag (Artikel 28 DSGVO).
privacy-lead-body = { $name } ist federführend. Dort können Sie alle Rechte geltend machen.
privacy-purposes = Wozu wir Daten nutzen
privacy-data = Daten
privacy-basis = Rechtsgrundlage
privacy-readers = Wer sie sieht
privacy-kept = Wie lange
privacy-rights-how = Das meiste geht sofort und ohne Antrag:
privacy-officer = Fragen beantwortet die oder der Datenschutzbeauftragte:
privacy-visit = Wenn Sie diese Seiten besuchen
privacy-visit-text = Alle Inhalte kommen von diesem Server. Es gibt keine Statistikdienste, keine Werbung und keine Verbindungen zu Dritten.
privacy-cookies = Cookies
privacy-cookies-text = Wir setzen nur Cookies, ohne die etwas nicht ginge. Deshalb fragen wir nicht um Erlaubnis.
privacy-cookie-session = kataster: hält Sie angemeldet, bis Sie sich abmelden oder die Sitzung abläuft.
privacy-cookie-notice = meldung: sagt auf der nächsten Seite, was gerade geschehen ist, und verschwindet dann.
privacy-cookie-theme = thema: merkt sich helle oder dunkle Darstellung.
privacy-cookie-shortcuts = tasten: merkt sich, ob Tastenkürzel ausgeschaltet sind.
privacy-cookie-help = hilfe: hält auf dem Handy, mit dem Sie Hilfe anfordern, 30 Tage lang den Code bereit.
privacy-cookie-language = lang: merkt sich die Sprache.
privacy-draft = Ihr Browser hält bereit, was Sie unter „Hilfe anfordern“ tippen: nur auf diesem Gerät und höchstens 30 Minuten. Den Notfallcode merkt er sich nie.
privacy-experts = Wenn Sie als Fachkraft eingetragen sind
privacy-experts-text = Ihr Eintrag beruht auf Ihrer Einwilligung. Sie können sie jederzeit widerrufen; dann wird der Eintrag sofort nicht mehr gefunden.
privacy-rights = Ihre Rechte
privacy-rights-text = Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen und Ihre Daten mitnehmen.
privacy-authority = Beschweren können Sie sich bei: { $name }.

## Barrierefreiheit
accessibility-title = Erklärung zur Barrierefreiheit
accessibility-lead = Das Register soll sich von allen bedienen lassen, auch unter Druck, am Telefon und ohne Maus.
accessibility-state = Stand der Vereinbarkeit
accessibility-state-text = Maßstab sind WCAG 2.2 Stufe AA und die BITV 2.0. Jede Seite wird bei jeder Änderung automatisch geprüft, hell und dunkel, schmal und breit, mit Tastatur und ohne Skripte.
accessibility-checked = Zuletzt selbst geprüft: { $day }.
accessibility-unchecked = Eine Prüfung durch eine unabhängige Stelle steht noch aus.
accessibility-barriers = Bekannte Barrieren
accessibility-no-barriers = Uns sind derzeit keine Barrieren bekannt. Texte in Leichter Sprache und Gebärdensprache fehlen noch.
accessibility-feedback = Barriere melden
accessibility-feedback-text = Schreiben Sie uns, was nicht geht. Wir antworten innerhalb von vier Wochen:
accessibility-enforcement = Schlichtungsverfahren
accessibility-enforcement-text = Hilft unsere Antwort nicht, wenden Sie sich an:

## Suche
search-title = Fachkräfte suchen
search-label = Was wird gebraucht?
search-button = Suchen
search-hint = Aufgabe, System oder Rolle, zum Beispiel „Veeam wiederherstellen“.
search-shortcut = Die Taste „/“ führt hierher.
filters = Filter
filters-apply = Filter anwenden
facet-role = Rolle
facet-domain = Fachgebiet
facet-procedure = Verwaltungsverfahren
facet-product = Produkt
facet-certification = Zertifikat
facet-language = Sprache
facet-land = Land
facet-availability = Verfügbarkeit
facet-mode = Einsatzart
facet-selected = gewählt
facet-any = Beliebig
facet-more = { $n } weitere
facet-count-few = < 3
facet-count-unit = { $n ->
    [one] Treffer
   *[other] Treffer
}
chips-label = Gewählte Filter
chip-remove = Filter entfernen:
chips-reset = Alle Filter entfernen
place-label = Ort
place-hint = Stadt, Gemeinde, Kreis oder Postleitzahl.
place-missing = Geben Sie an, wo Hilfe gebraucht wird, zum Beispiel Köthen.
place-unknown = Wir kennen „{ $text }“ nicht. Meinen Sie einen dieser Orte?
place-unknown-at-all = Wir kennen „{ $text }“ nicht. Prüfen Sie die Schreibweise, oder geben Sie die Postleitzahl ein.
place-is-land = „{ $text }“ ist ein Land. Geben Sie eine Stadt, eine Gemeinde oder einen Kreis an.
place-ambiguous = „{ $text }“ gibt es mehrmals. Wählen Sie den richtigen Ort:
place-suggestion-one = 1 Vorschlag. Mit den Pfeiltasten wählen.
place-suggestion-many = # Vorschläge. Mit den Pfeiltasten wählen.
place-suggestion-none = Kein Ort gefunden.
radius-label = Umkreis
radius-any = Beliebig
radius-km = bis { $km } km
min-level-label = Mindestens Stufe
min-level-any = Beliebig
min-level = { $level } · { $meaning }
level-1 = kennt
level-2 = arbeitet mit Anleitung
level-3 = arbeitet selbstständig
level-4 = leitet an
sort-label = Sortieren nach
sort-relevance = Passung
sort-distance = Entfernung
sort-availability = Verfügbarkeit
results-count = { $n ->
    [0] Keine Treffer
    [one] 1 Treffer
   *[other] { $n } Treffer
}
results-behind = Die Suche ist gerade nicht auf dem neuesten Stand. Stand: { $moment }.
results-suggestions = Meinten Sie:
results-relaxed = Niemand passt zu allen Wörtern. Diese Fachkräfte passen zu einem Teil davon.
results-none = Dazu haben wir noch niemanden gefunden.
results-none-reset = Ohne Filter suchen
results-none-match = Vorfall beschreiben und Hilfe abgleichen
results-none-map = Auf der Karte nachsehen
pagination-label = Seiten
pagination-page = Seite
pagination-previous = Zurück
pagination-next = Weiter

## Karte einer Fachkraft
readiness-now = Sofort verfügbar
readiness-24h = In 24 Stunden verfügbar
readiness-72h = In 72 Stunden verfügbar
readiness-later = Später verfügbar
readiness-remote = Nur aus der Ferne
readiness-none = Nicht verfügbar
availability-from = { $state }, ab { $day }
mode-on-site = Vor Ort
mode-remote = Aus der Ferne
mode-either = Vor Ort oder aus der Ferne
distance = ca. { $km } km
capacity = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
evidence-self = eigene Angabe
evidence-employer = vom Arbeitgeber bestätigt
evidence-certified = mit Zertifikat
evidence-deployment = im Einsatz bewährt
skill-level = Stufe { $level }, { $meaning }
card-why = Passt, weil:
card-more-skills = { $n ->
    [one] und 1 weitere Fähigkeit
   *[other] und { $n } weitere Fähigkeiten
}
card-confirmed = Bestätigt { $month }
certification-expired = abgelaufen
certification-until = gültig bis { $day }
expert-skills = Fähigkeiten
expert-facts = Auf einen Blick
expert-languages = Sprachen
expert-certifications = Zertifikate
expert-confirmed = Angaben bestätigt
expert-masked-title = Warum kein Name?
expert-masked-text = Name und Dienstnummer sehen Sie erst, wenn die Fachkraft zugesagt hat und ihr Arbeitgeber zustimmt.

## Mein Eintrag
profile-title = Mein Eintrag
profile-public = Das sehen andere
profile-identity = Wer Sie sind
profile-identity-hint = Das sehen nur Sie und Ihr Arbeitgeber, bis Sie einen Einsatz zusagen. Erreicht Sie in einem Notfall keine Nachricht, sieht die Koordinierungsstelle eine Nummer.
profile-nameless = { $n ->
    [one] Ein Angebot ohne Namen: 1 Person.
   *[other] Ein Angebot ohne Namen: { $n } Personen.
}
profile-deployment = Einsatz
profile-base = Ausgangsort
profile-base-radius = { $place }, bis { $km } km
profile-max-days = Längster Einsatz
profile-night = Nachts fragen
profile-release = Freigabe des Arbeitgebers
release-none = Liegt nicht vor
release-each-time = Wird für jeden Einsatz gefragt
release-standing = Dauerhaft erteilt
release-standing-days = { $days ->
    [one] Dauerhaft erteilt, bis zu 1 Tag im Jahr
   *[other] Dauerhaft erteilt, bis zu { $days } Tage im Jahr
}
standing-eligible = Ihr Eintrag wird gefunden
standing-missing = { $n ->
    [one] Ihr Eintrag wird noch nicht gefunden: 1 Schritt fehlt
   *[other] Ihr Eintrag wird noch nicht gefunden: { $n } Schritte fehlen
}
standing-admitted = Aufnahme gilt bis { $day }
standing-consent = Einwilligung gilt bis { $day }
standing-confirmed = Zuletzt bestätigt: { $day }
missing-vetted = Die Prüfstelle prüft Ihren Eintrag. Sie müssen nichts tun.
missing-consent = Geben Sie Ihre Einwilligung.
missing-confirmed = Bestätigen Sie, dass Ihre Angaben noch stimmen.
missing-participation = Ihr Arbeitgeber klärt die Beteiligung des Personalrats.
missing-release = Ihr Arbeitgeber gibt Sie frei.
missing-employer-struck = Ihr Haus ist gerade selbst betroffen. Sie werden danach wieder gefunden.

## Organisation
organisation-member = Mitgliedsorganisation
organisation-struck = Selbst betroffen seit { $moment }.
organisation-struck-text = Solange werden Ihre Fachkräfte nicht gefunden und nicht gefragt.
organisation-team = Fachkräfte
organisation-team-empty = Noch ist niemand eingetragen.
organisation-team-hidden = Die Liste sieht, wer die Organisation verwaltet.
organisation-alias = Kennung
organisation-headline = Kurzbeschreibung
organisation-found = Wird gefunden
organisation-facts = Stammdaten
organisation-legal-form = Rechtsform
organisation-participation = Beteiligung des Personalrats
organisation-days = Leistet höchstens
organisation-home-providers = IT-Dienstleister des Hauses
organisation-serves = Betreut
organisation-serves-whole = vollständig
organisation-kind-it-provider = Kommunaler IT-Dienstleister
organisation-kind-municipality = Stadt oder Gemeinde
organisation-kind-district = Landkreis
organisation-kind-association = Gemeindeverband
organisation-kind-special-purpose = Zweckverband
organisation-kind-municipal-company = Kommunales Unternehmen
organisation-kind-land = Landesbehörde
organisation-kind-federal = Bundesbehörde
organisation-kind-company = Unternehmen
legal-form-territorial = Gebietskörperschaft
legal-form-special-purpose = Zweckverband
legal-form-public-institution = Anstalt des öffentlichen Rechts
legal-form-municipal-enterprise = Eigenbetrieb
legal-form-state-authority = Behörde
legal-form-gmbh = GmbH
legal-form-eg = Eingetragene Genossenschaft
legal-form-ag = Aktiengesellschaft
legal-form-registered-association = Eingetragener Verein
legal-form-other = Andere Rechtsform
participation-not-needed = Nicht nötig
participation-asked = Angefragt
participation-agreed = Zugestimmt
participation-refused = Abgelehnt

## Abgleich
match-title = Hilfe abgleichen
match-heading-for = Hilfe für { $place }
match-lead = Sagen Sie, was passiert ist und wo. Sie sehen, wer passt, warum, und welches Team vollständig wäre. Niemand wird dabei gefragt.
match-symptom = Was ist passiert?
match-symptom-missing = Wählen Sie aus, was passiert ist.
match-no-need-kept = Wählen Sie mindestens einen Bedarf.
match-desired-below-min = Geben Sie als Wunsch mindestens die Mindestzahl an.
match-phase = Wie weit ist es?
phase-acute = Akut
phase-acute-hint = Der Angriff läuft oder wurde gerade entdeckt.
phase-emergency = Notbetrieb
phase-emergency-hint = Das Wichtigste muss wieder gehen.
phase-rebuild = Wiederaufbau
phase-rebuild-hint = Systeme sicher neu aufsetzen.
match-days = Für wie viele Tage?
match-button = Passende Hilfe zeigen
match-again = Neu abgleichen
match-change = Angaben ändern
match-needs = Wer gebraucht wird
match-needs-hint = Dieser Vorschlag folgt dem Ablaufplan für solche Vorfälle. Ändern Sie, was bei Ihnen anders ist.
match-min = Mindestens
match-desired = Besser
match-skills = { $n ->
    [one] 1 Fähigkeit und ihre Stufe
   *[other] { $n } Fähigkeiten und ihre Stufen
}
match-required = nötig
match-languages = Alle sprechen (ab B2)
match-eligible = { $n ->
    [0] niemand passt
    [one] 1 passt
   *[other] { $n } passen
}
match-nobody = Dafür passt gerade niemand.
match-relaxation = Das würde helfen:
match-why = Warum diese Fachkraft?
match-score = { $n } von 100
match-excluded-some = Wer nicht passt
match-excluded = { $n ->
    [one] 1 Fachkraft passt nicht
   *[other] { $n } Fachkräfte passen nicht
}
factor-weight = zählt { $n } %
factor-skill = Können
factor-travel = Anfahrt
factor-product = Produkte und Verfahren
factor-availability = Verfügbarkeit
factor-response = Antworten bisher
factor-fairness = Erholung
factor-freshness = Aktuelle Angaben
factor-legal = Gleiches Landesrecht
team-title = Vorgeschlagenes Team
team-complete = Vollständig
team-incomplete = Noch nicht vollständig
team-need = Bedarf
team-who = Wer
team-places = Plätze
team-nobody = Niemand gefunden
team-filled = { $filled } von { $of } besetzt
team-open = { $n ->
    [one] 1 fehlt
   *[other] { $n } fehlen
}
team-missing = Es fehlt Erfahrung mit:
team-proven = Unter den besten Fachkräften gibt es kein besseres Team.

## Karte
map-title = Karte
map-lead-few = Weniger als 3 Fachkräfte werden jetzt gefunden. Wählen Sie ein Land, um dort zu suchen.
map-lead = { $n ->
    [one] 1 Fachkraft wird jetzt gefunden.
   *[other] { $n } Fachkräfte werden jetzt gefunden.
} Wählen Sie ein Land, um dort zu suchen.
map-label = Karte der Länder. Dieselben Zahlen stehen in der Tabelle.
map-caption = Je kräftiger, desto mehr Fachkräfte. Kleine Länder sind zusammengefasst, damit niemand erkannt wird.
map-table = Fachkräfte je Land
map-count = Fachkräfte
map-lead-kreise = { $n ->
    [one] 1 Eintrag, auch wenn er gerade nicht gefunden wird.
   *[other] { $n } Einträge, auch solche, die gerade nicht gefunden werden.
} Wählen Sie einen Kreis, um dort zu suchen.
map-label-kreise = Karte der Kreise. Dieselben Zahlen stehen in der Tabelle.
map-caption-kreise = Je kräftiger, desto mehr Einträge. Nur Koordinierungs- und Prüfstellen sehen Kreise.
map-table-kreise = Einträge je Kreis
map-kreis = Kreis
map-count-kreise = Einträge

## Notfallkarte
nav-town = Meine Kommune
nav-cards = Notfallkarten
nav-emergency-card = Notfallkarte
card-title = Notfallkarte
about-card-title = Die Notfallkarte
about-card-lead = Bei einem Angriff fehlen oft E-Mail, Telefon und Rechner. Die Notfallkarte ist aus Papier und funktioniert trotzdem.
about-card-use = So benutzen Sie die Karte
about-card-use-1 = Nehmen Sie ein privates Handy. Scannen Sie das Bild, oder geben Sie die Adresse von der Karte ein.
about-card-use-2 = Geben Sie einen der zehn Codes ein, und haken Sie ihn ab. Groß- und Kleinschreibung ist egal. Jeder Code gilt einmal.
about-card-use-3 = Ihre Anfrage ist damit bestätigt. Bekannte Kontakte Ihrer Kommune werden gefragt: „Waren Sie das?“
about-card-without = Karte nicht zur Hand?
about-card-without-text = Sie bekommen trotzdem Hilfe. Die Koordinierungsstelle ruft Sie unter einer Nummer zurück, die Ihre Kommune vorher hinterlegt hat.
proof-title = So wissen Sie, wer anruft
proof-text = Ihr Anrufer nennt zuerst sein Wort. Sie antworten mit Ihrem Wort. Nennt jemand das Wort nicht: auflegen und die Koordinierungsstelle anrufen.
proof-never = Wir fragen nie nach Passwörtern.
about-card-get = So bekommt Ihre Kommune eine Karte
about-card-get-text = Ihr IT-Dienstleister oder die Koordinierungsstelle stellt sie aus. Dabei nimmt Ihre Kommune einmal die Einsatzbedingungen an.
about-card-keep = So bewahren Sie die Karte auf
about-card-keep-1 = Drucken Sie sie aus, und speichern Sie sie nicht ab.
about-card-keep-2 = Legen Sie sie dorthin, wo die Einsatzleitung auch nachts hinkommt, zum Beispiel zum Alarmplan.
about-card-keep-3 = Karte verloren? Lassen Sie sie sofort sperren. Eine neue stellen immer zwei Personen gemeinsam aus.
cost-free = Das erste Gespräch kostet nichts.
cost-extra = Amtshilfe: Sie zahlen nur zusätzliche Kosten wie Fahrt, Unterkunft und Überstunden.
cost-rate = Sie zahlen den vereinbarten Satz des Dienstleisters.
cost-title = Was kostet das?
cost-text = Das erste Gespräch kostet nichts. Danach gilt die Rahmenvereinbarung: bei Amtshilfe nur zusätzliche Kosten wie Fahrt, Unterkunft und Überstunden, bei Dienstleistern der vereinbarte Satz. Vor jedem Einsatz sehen Sie eine Schätzung und sagen Ja oder Nein.
conditions-title = Einsatzbedingungen
conditions-lead = Diese Bedingungen nimmt Ihre Kommune einmal an, bevor etwas passiert. Dann muss nachts niemand verhandeln.
conditions-version = Fassung { $version }, gültig seit { $day }
conditions-template = Dieser Text ist eine Vorlage und keine Rechtsberatung. Eine rechtliche Prüfung steht noch aus.
conditions-read = Bedingungen lesen
calls-title = Rufen Sie in dieser Reihenfolge an
calls-1 = Ihr IT-Dienstleister: { $provider }
calls-2 = Ihre Cyberversicherung, bevor Fremde an die Systeme gehen: { $number } Police: { $policy }
calls-land = Landesstelle für IT-Sicherheit
calls-police = Polizei, Zentrale Ansprechstelle Cybercrime (ZAC)
calls-5 = Datenschutzbeauftragte: { $number }
calls-note = Ihre Anfrage läuft weiter. Sie ersetzt keine Meldung.
card-works = Die Karte gilt
card-revoked = Die Karte ist gesperrt
card-missing = Noch keine Karte
card-none = Noch gibt es keine Notfallkarte.
card-number = Kartennummer
card-issued = Ausgestellt
card-issued-by = { $day }, { $by }
card-issued-own = vom eigenen Haus
card-issued-provider = vom IT-Dienstleister
card-issued-office = von der Koordinierungsstelle oder Systemverwaltung
card-ended = Gesperrt
card-codes-left = Codes übrig
card-codes-left-of = { $n } von 10
card-accepted = Fassung { $version }, angenommen am { $day }.
replacement-title = Neue Karte angefragt
replacement-asked = Angefragt: { $asked }. Eine zweite Person bestätigt bis { $until }.
replacement-by-you = Sie haben angefragt. Bitten Sie eine zweite Person, sich anzumelden und zu bestätigen: aus Ihrem Haus, beim IT-Dienstleister oder bei der Koordinierungsstelle.
replacement-confirm-text = Mit der Bestätigung gelten die alten Codes nicht mehr. Die neuen sehen Sie nur dieses eine Mal. Halten Sie einen Drucker bereit.
replacement-confirm = Bestätigen und neue Karte anzeigen
replacement-waits = Neue Karte angefragt
replacement-ask-title = Neue Karte anfordern
replacement-ask-text = Eine neue Karte brauchen Sie, wenn die alte verloren ist oder die Codes knapp werden. Eine zweite Person bestätigt binnen 24 Stunden. Bis dahin gilt die alte Karte weiter.
replacement-ask = Neue Karte anfordern
revoke-title = Karte sperren
revoke-text = Karte verloren oder gesehen worden? Nach dem Sperren gilt sofort kein Code mehr. Das lässt sich nicht zurücknehmen.
revoke = Karte jetzt sperren
issue-title = Notfallkarte ausstellen
issue-button = Notfallkarte ausstellen
issue-where = Für welche Kommune stellen Sie eine Karte aus?
issue-on = Weiter
issue-for = Sie stellen die erste Karte für { $name } aus.
issue-once = Die zehn Codes sehen Sie nur einmal. Halten Sie einen Drucker bereit.
issue-and-show = Karte ausstellen und anzeigen
acceptance-title = { $name } nimmt die Einsatzbedingungen an
acceptance-text = Wer für die Kommune unterschreiben darf, hat die Bedingungen gelesen und angenommen.
acceptance-name = Wer hat unterschrieben?
acceptance-name-hint = Vor- und Nachname. Wir speichern ihn verschlüsselt.
acceptance-function = In welcher Funktion?
acceptance-function-hint = Zum Beispiel Bürgermeisterin oder Amtsleiter.
acceptance-day = Wann?
acceptance-confirm = { $name } hat die Einsatzbedingungen in der geltenden Fassung angenommen. Der unterschriebene Beleg liegt vor.
acceptance-name-wrong = Geben Sie Vor- und Nachnamen an, höchstens 120 Zeichen.
acceptance-function-wrong = Geben Sie die Funktion an, zum Beispiel Bürgermeisterin.
acceptance-day-wrong = Geben Sie den Tag der Unterschrift an: nicht vor dem ersten Tag dieser Fassung, nicht in der Zukunft.
acceptance-not-confirmed = Bestätigen Sie, dass die Einsatzbedingungen angenommen sind.
acceptance-has-card = Diese Kommune hatte schon eine Karte. Fordern Sie eine neue an; eine zweite Person bestätigt sie.
acceptance-not-yours = Für diesen Ort stellen Sie keine Karte aus. Wählen Sie eine Kommune, die Sie betreuen.
cards-title = Notfallkarten
cards-lead = Kommunen mit Notfallkarte. Welche Codes benutzt sind, sieht niemand.
cards-lead-served = Kommunen, die Ihr Haus heute betreut, mit und ohne Notfallkarte.
cards-search = Kommune suchen
cards-none = Hier gibt es noch keine Karte.
cards-town = Kommune
cards-state = Stand
bulk-title = Viele Karten auf einmal
bulk-rows = Zeilen
bulk-hint = Je Kommune eine Zeile: Gemeindeschlüssel; Name; Funktion; Datum. Zum Beispiel 15082180; Erika Muster; Bürgermeisterin; 2026-11-20. Höchstens 500 Zeilen.
bulk-text = Jede Kommune hat die Einsatzbedingungen angenommen, die unterschriebenen Belege liegen vor. Stimmt eine Zeile nicht, wird keine Karte ausgestellt.
bulk-button = Alle Karten ausstellen und anzeigen
bulk-line = Zeile { $line }: { $what }
bulk-empty = Geben Sie mindestens eine Kommune an.
bulk-too-many = Teilen Sie die Liste. Mehr als 500 Zeilen gehen nicht auf einmal.
bulk-columns = Schreiben Sie vier Angaben, getrennt durch Strichpunkte.
bulk-place = Prüfen Sie den Schlüssel. Er nennt keine Kommune, die Ihr Haus heute betreut. Führende Nullen gehören dazu.
bulk-twice = Diese Kommune steht schon weiter oben.
bulk-signatory = Geben Sie Name und Funktion an, je höchstens 120 Zeichen.
bulk-date = Schreiben Sie den Tag so: 2026-11-20.
bulk-future = Der Tag liegt in der Zukunft.
bulk-has-card = Diese Kommune hatte schon eine Karte. Fordern Sie dort eine neue an.
contacts-title = Rückruf im Notfall
contacts-text = Diese Personen ruft die Koordinierungsstelle in dieser Reihenfolge an. Nehmen Sie Nummern, die ohne das Netz des Rathauses gehen. Namen und Nummern sind verschlüsselt. Jede Einsicht wird protokolliert.
contacts-none = Noch ist niemand hinterlegt. Ohne Nummer kann Sie niemand sicher zurückrufen.
contact-stale = Lange nicht geprüft
contact-checked = Geprüft am { $day }
contact-check = Stimmt noch
contact-up = Früher anrufen
contact-remove = Entfernen
contact-new = Person hinzufügen
contact-name = Name und Funktion
contact-name-hint = Zum Beispiel Max Muster, IT-Leitung.
contact-number = Telefonnummer
contact-number-hint = Am besten ein Handy, zum Beispiel 0171 1234567.
contact-add = Person hinterlegen
contact-name-wrong = Geben Sie einen Namen an, höchstens 120 Zeichen.
contact-number-wrong = Geben Sie eine Telefonnummer an, zum Beispiel 0171 1234567.
contact-too-many = Mehr als zehn Personen gehen nicht. Entfernen Sie zuerst eine.
town-signatory = Angenommen von { $who }. Das sehen nur Sie.
town-provider = IT-Dienstleister
town-provider-text = Er darf Karten für Ihre Kommune ausstellen, sperren und ersetzen, solange er Sie betreut.
town-no-provider = Es ist kein IT-Dienstleister eingetragen.
redemptions-title = Benutzte Codes
redemptions-none = Noch wurde kein Code benutzt.
redemption-waiting = Die Kontakte werden gerade gefragt.
redemption-told = Mindestens ein Kontakt wurde gefragt: „Waren Sie das?“
redemption-failed = Die Kontakte wurden bisher nicht erreicht. Rufen Sie an.
redemption-untold = Die Kontakte wurden nicht benachrichtigt: Dafür ist kein Versandweg eingerichtet. Rufen Sie an.
redemption-nobody = Niemand wurde benachrichtigt: Es ist kein Kontakt hinterlegt.
reveal-text = Sehen Sie die Nummern nur an, wenn Sie anrufen. Der Zugriff steht danach im Protokoll.
reveal-purpose = Wozu brauchen Sie die Nummern?
reveal-call-back = Rückruf
reveal-code-used = Code benutzt
reveal-drill = Übung
reveal-button = Nummern anzeigen
reveal-shown = Nummern für den Rückruf
reveal-shown-text = Dieser Zugriff ist protokolliert. Rufen Sie in dieser Reihenfolge an.
reveal-none = Diese Kommune hat niemanden hinterlegt.
print-title = Notfallkarte drucken
print-text = { $n ->
    [one] Drucken Sie die Karte jetzt. Die Codes sehen Sie nur dieses eine Mal.
   *[other] Drucken Sie die { $n } Karten jetzt, je Kommune eine Seite. Die Codes sehen Sie nur dieses eine Mal.
}
print-button = Jetzt drucken
print-done = Gedruckt, weiter
sheet-number = Karte { $number }, ausgestellt am { $day }
sheet-qr = Bild zum Scannen: die Adresse der Hilfe mit Ihrem Ort, ohne Code
sheet-codes = Notfallcodes: Jeder gilt einmal
sheet-how = Handy nehmen, Bild scannen oder Adresse eingeben, einen Code eintippen und hier abhaken. Groß oder klein ist egal. Kein Internet? Anrufen.
sheet-keep = Offline aufbewahren, wo die Einsatzleitung auch nachts hinkommt. Verloren? Sofort sperren lassen: Koordinierungsstelle anrufen.
codes-gone-title = Diese Karte ist schon ausgestellt
codes-gone-text = Ihre Codes haben wir einmal angezeigt. Aus Sicherheit können wir sie nicht noch einmal zeigen.
codes-gone-lost = Nicht gedruckt? Fordern Sie eine neue Karte an. Eine zweite Person bestätigt sie.
codes-gone-back = Weiter

## Bausteine
gallery-title = Bausteine
gallery-lead = Jeder Baustein der Seiten einmal, für alle, die Seiten bauen.

## Eigene Daten
account-data = Meine Daten
account-data-text = Sehen Sie, was gespeichert ist, nehmen Sie eine Kopie mit oder löschen Sie alles.
own-data-title = Meine Daten
own-data-lead = Hier sehen und bestimmen Sie, was das Register über Sie weiß.
own-data-copy = Kopie
own-data-copy-text = Lesen Sie alles, was über Sie gespeichert ist: wozu, wie lange und wer es sieht.
own-data-copy-hint = Jede Kopie wird protokolliert, und es gibt nur wenige am Tag.
own-data-read = Kopie lesen
own-data-download = Kopie als Datei (JSON)
own-data-consents-text = Sie bestimmen, ob Sie gefunden und gefragt werden.
own-data-consents = Einwilligungen ansehen
own-data-reveals-text = Sie sehen, wem Ihr Name und Ihr dienstlicher Kontakt gezeigt wurden.
own-data-reveals = Einblicke ansehen
own-data-erase-text = Sie können Ihr Konto und Ihren Eintrag jederzeit löschen.
own-data-erase = Löschen
export-title = Kopie Ihrer Daten
export-lead = Das ist alles, was das Register über Sie speichert. Passwörter und Schlüssel liegen nur als Prüfwerte vor und stehen nicht hier.
export-about-others = von Ihnen geschrieben
export-why = Zweck: { $purpose }. Aufbewahrt: { $kept }. Sichtbar für: { $readers }.
export-record = Protokoll über Sie
export-record-text = Diese Handlungen stehen im Protokoll. Wer sonst beteiligt war, nennen wir nicht mit Namen.
export-by-oneself = Sie
export-by-other = ein anderes Konto
export-by-operator = der Betrieb
export-by-service = das Programm
reveals-title = Einblicke
reveals-lead = Hier steht, wem Ihr Name oder Ihr Kontakt gezeigt wurde. Jeder Einblick erscheint sofort.
reveals-none = Bisher hat niemand außer Ihnen Ihren Namen gesehen.
reveals-at = Wann
reveals-viewer = Wer
reveals-purpose = Wozu
reveals-keeping = Pflege Ihres Eintrags
reveals-older = Ältere Einblicke
reveals-what = Was hier steht und was nicht
reveals-what-employer = Sieht die Verwaltung Ihres Arbeitgebers Ihren Namen, steht das einmal am Tag hier.
reveals-what-own = Ihre eigenen Zugriffe stehen nicht hier.
reveals-what-cards = Wer sucht, sieht nur Ihre Kennung. Das ist kein Einblick.
reveals-wrong = Kommt Ihnen etwas falsch vor? Sprechen Sie mit Ihrem Arbeitgeber oder der Koordinierungsstelle. Jeder Einblick steht auch im Protokoll und lässt sich dort nicht ändern.
consents-title = Einwilligungen
consents-lead = Jede Einwilligung ist freiwillig. Nur Sie geben und widerrufen sie.
consent-matching = Gefunden werden
consent-alerts = Gefragt werden
consent-private-contact = Auch privat gefragt werden
consent-private-contact-open = Private Nummern eintragen
consent-never = Noch nicht gegeben
consent-given = Gegeben am { $since }, gilt bis { $until }
consent-ended = Abgelaufen am { $day }
consent-withdrawn = Widerrufen am { $day }
consent-version = Fassung { $version }
consent-old-version = Sie haben der Fassung { $version } zugestimmt. Inzwischen gilt der Text unten. Erneuern Sie, wenn Sie einverstanden sind.
consent-give = Einwilligen
consent-renew = Um ein Jahr erneuern
consent-withdraw = Widerrufen
restriction-title = Eintrag ruhen lassen
restriction-text = Ihr Eintrag bleibt gespeichert, aber niemand findet ihn. Das gilt, bis Sie es aufheben.
restriction-since = Ruht seit { $day }
restriction-set = Eintrag ruhen lassen
restriction-lift = Wieder gefunden werden
notice-consent-given = Ihre Einwilligung ist gespeichert.
notice-consent-withdrawn = Ihre Einwilligung ist widerrufen.
notice-restricted = Ihr Eintrag ruht. Niemand findet ihn mehr.
notice-unrestricted = Ihr Eintrag ruht nicht mehr.
erase-title = Alles löschen
erase-lead = Löschen Sie Ihr Konto und alles, was dazugehört. Das lässt sich nicht rückgängig machen.
erase-what-account = Ihr Konto endet sofort: E-Mail-Adresse, Passwort, zweiter Faktor, Sitzungen und Schlüssel werden gelöscht.
erase-what-entry = Ihr Eintrag { $alias } wird gelöscht: Name, Kontakt, Fähigkeiten, Verfügbarkeit und Texte.
erase-what-stays = Das Protokoll und Daten von Einsätzen und Prüfungen bleiben unter Ihrer Kennung, ohne Namen.
erase-hint-case = Ihr Eintrag wird gerade geprüft. Die Prüfung endet ohne Ergebnis.
erase-hint-assessments = Sie haben Einträge beurteilt, über die noch nicht entschieden ist. Ihr Urteil zählt weiter, Ihre Begründung bleibt ohne Ihren Namen.
erase-last-admin = Sie sind die letzte Systemverwaltung. Lassen Sie zuerst eine andere Person einsetzen, dann löschen Sie hier.
erase-understood = Ich weiß, dass niemand das zurückholen kann.
erase-button = Alles löschen
erase-back = Nicht löschen
erase-wrong-password = Das Passwort stimmt nicht. Es wurde nichts gelöscht.
erase-not-confirmed = Bestätigen Sie, dass Sie alles löschen wollen.
erased-title = Ihre Daten sind gelöscht
erased-lead = Ihr Konto gibt es nicht mehr. Sie sind abgemeldet.
erased-text = Aus der Suche verschwinden Sie in wenigen Sekunden. Sicherungskopien können Ihre Daten nicht mehr zurückbringen: Das Register löscht sie dort beim Einspielen erneut.
keys-title = Schlüssel wechseln
keys-lead = Diese Schlüssel schützen Namen und Kontakte. Ein Wechsel braucht zwei Personen.
keys-state = In Gebrauch ist Schlüssel { $newest }
keys-quiet = Kein Wechsel ist angekündigt.
keys-announce = Wechsel ankündigen
keys-announced-own = Sie haben einen Wechsel angekündigt. Eine zweite Person bestätigt ihn hier. Die Ankündigung gilt bis { $until }.
keys-announced = Ein Wechsel ist angekündigt. Bestätigen Sie ihn nur, wenn Sie davon wissen. Die Ankündigung gilt bis { $until }.
keys-confirm = Wechsel bestätigen
keys-confirmed = Der Wechsel ist bestätigt. Der Betrieb beginnt ihn bis { $until } mit diesem Befehl:
keys-begun = Der Wechsel läuft. Bis er beendet ist, gelten alte und neue Schlüssel.
letter-greeting = Guten Tag,
letter-credential-subject = Ihr Zugang wurde geändert
letter-password = für Ihr Konto bei { $register } wurde ein neues Passwort gesetzt.
letter-factor-set = für Ihr Konto bei { $register } wurde ein zweiter Faktor eingerichtet.
letter-factor-removed = für Ihr Konto bei { $register } wurde der zweite Faktor entfernt.
letter-passkey-added = zu Ihrem Konto bei { $register } kam ein Passkey hinzu.
letter-passkey-removed = von Ihrem Konto bei { $register } wurde ein Passkey entfernt.
letter-codes = für Ihr Konto bei { $register } gibt es neue Wiederherstellungscodes. Die alten gelten nicht mehr.
letter-key = für Ihr Konto bei { $register } wurde ein Zugangsschlüssel für Programme erstellt.
letter-recovery = jemand hat bei { $register } erklärt, dass Sie Ihren Zugang verloren haben. Bestätigt eine zweite Person das, bekommt sie einen Link für ein neues Passwort.
letter-link = für Ihr Konto bei { $register } wurde ein Link erstellt, mit dem sich ein neues Passwort setzen lässt.
letter-was-you = Waren Sie das oder haben Sie darum gebeten? Dann müssen Sie nichts tun.
letter-not-you = Wenn nicht: Melden Sie sich an, beenden Sie alle anderen Sitzungen, entfernen Sie Passkeys und Zugangsschlüssel, die Sie nicht kennen, und ändern Sie Ihr Passwort. Tippen Sie die Adresse selbst ein: { $address } Können Sie sich nicht anmelden, rufen Sie sofort die Koordinierungsstelle an.
letter-phone = Koordinierungsstelle: { $phone }
letter-end = Diese Nachricht hat { $register } automatisch verschickt. Wir fragen nie nach Passwörtern oder Codes.
letter-shown-subject = Ihr Name oder Ihr Kontakt wurde gezeigt
letter-shown = Ihr Name oder Ihr Kontakt wurde bei { $register } jemandem gezeigt.
letter-shown-where = Wem und wozu, steht hier: { $address }
admin-title = Verwaltung
admin-lead = Was zur Systemverwaltung gehört.
admin-accounts = Wer sich anmeldet, und mit welchen Rollen. Konten anlegen, schließen und wieder öffnen.
admin-keys = Die Schlüssel wechseln, die Namen und Kontakte schützen.
admin-recover = Jemand hat Handy, Passkey und Codes verloren.
admin-alarms = Jemand hat auffällig viele Einträge angesehen.
admin-decoys = Erfundene Einträge, die verraten, wer das Register durchblättert.
admin-cards = Karten ausstellen, sperren und ersetzen.
nav-admin = Verwaltung
accounts-title = Konten
accounts-lead = Wer sich anmelden kann. Jeder Blick in diese Liste steht im Protokoll.
accounts-find = Konto mit dieser E-Mail-Adresse
accounts-find-unknown = Zu dieser Adresse gibt es kein Konto.
accounts-email = E-Mail-Adresse
accounts-state = Zustand
accounts-created = Angelegt
accounts-organisation = Name der Organisation
accounts-none = Kein Konto passt.
accounts-apply = Konten zeigen
account-state-open = Offen
account-state-invited = Noch kein Passwort
account-state-closed = Geschlossen
proposals-title = Warten auf eine zweite Person
proposal-own = Sie haben diese Rolle vorgeschlagen. Eine zweite Person bestätigt sie bis { $until }.
proposal-of = Vorgeschlagen von { $proposer }. Bestätigen Sie nur, wenn Sie davon wissen. Das geht bis { $until }. Hat das Konto noch keine solche Rolle, beginnt es neu: Sie übergeben der Person einen Link.
proposal-about-oneself = Diese Rolle ist für Sie. Eine zweite Person bestätigt sie bis { $until }.
proposal-confirm = Rolle bestätigen
proposal-discard = Vorschlag verwerfen
new-account-title = Konto anlegen
new-account-lead = Die Person wählt ihr Passwort selbst. Sie bekommt dafür einen Link von Ihnen.
new-account-taken = Diese Adresse hat schon ein Konto. Vielleicht ist es geschlossen.
new-account-button = Konto anlegen
role-form-role = Rolle
role-form-choose = Bitte wählen
role-form-two = Prüfstelle, Koordinierungsstelle und Systemverwaltung bestätigt eine zweite Person.
role-form-organisation = Organisation
role-form-organisation-hint = Nur für Fachkräfte, Mitgliedsorganisationen und Kommunen.
role-form-which = Welche Organisation?
role-form-missing = Wählen Sie eine Rolle.
role-form-organisation-missing = Nennen Sie die Organisation, für die diese Rolle gilt.
role-form-organisation-too-much = Diese Rolle gilt für keine einzelne Organisation. Lassen Sie das Feld leer.
role-form-organisation-unknown = Keine Organisation heißt so.
role-form-organisation-unclear = Mehrere Organisationen heißen so. Wählen Sie eine.
role-form-held = Dieses Konto hat die Rolle schon.
role-form-proposed = Diese Rolle ist schon vorgeschlagen. Eine zweite Person bestätigt sie.
kept-title = Konto
kept-created = Angelegt am { $day }.
kept-own = Das ist Ihr eigenes Konto. Ihre Rollen ändert jemand anderes.
kept-link-title = Die Einladung ist bereit.
kept-link = Link zur Einladung
kept-link-text = Wir zeigen den Link nur jetzt. Er gilt sieben Tage und einmal. Übergeben Sie ihn persönlich oder am Telefon.
kept-roles-none = Keine Rolle
kept-role-take = Entziehen
kept-role-give = Rolle geben
kept-access = Zugang
kept-sessions = { $n ->
    [0] Keine Sitzung
    [one] Eine Sitzung
   *[other] { $n } Sitzungen
}
kept-sessions-end = Alle Sitzungen beenden
kept-tokens = { $n ->
    [0] Kein Zugangsschlüssel
    [one] Ein Zugangsschlüssel
   *[other] { $n } Zugangsschlüssel
}
kept-tokens-revoke = Alle Zugangsschlüssel entziehen
kept-factor = Zweiter Faktor eingerichtet
kept-factor-none = Kein zweiter Faktor
kept-invite-text = Noch hat niemand ein Passwort gewählt. Der Link von vorher gilt dann nicht mehr.
kept-invite = Einladung neu ausstellen
kept-recover = Passwort oder zweiter Faktor verloren? Zwei Personen geben den Zugang wieder frei.
kept-close = Konto schließen
kept-close-text = Alle Sitzungen, Zugangsschlüssel und Rollen enden sofort. Das Konto lässt sich wieder öffnen.
kept-reopen = Konto wieder öffnen
kept-reopen-text = Das Konto hat danach keine Rolle. Geben Sie ihm die Rollen neu.
notice-account-closed = Das Konto ist geschlossen.
notice-account-reopened = Das Konto ist wieder offen. Es hat noch keine Rolle.
notice-account-sessions-ended = Alle Sitzungen des Kontos sind beendet.
notice-account-tokens-revoked = Alle Zugangsschlüssel des Kontos sind entzogen.
notice-role-granted = Das Konto hat die Rolle.
notice-role-proposed = Die Rolle ist vorgeschlagen. Eine zweite Person bestätigt sie innerhalb von 24 Stunden.
notice-role-taken = Die Rolle ist entzogen.
notice-proposal-discarded = Der Vorschlag ist verworfen.
action-account-listed = Konten aufgelistet
action-account-shown = Konto angesehen
action-account-closed = Konto geschlossen
action-account-reopened = Konto wieder geöffnet
action-account-sessions-ended = Alle Sitzungen eines Kontos beendet
action-account-tokens-revoked = Alle Zugangsschlüssel eines Kontos entzogen
action-account-phone-set = Telefon für eilige Anrufe angegeben
action-account-phone-removed = Telefon für eilige Anrufe entfernt
action-account-role-proposed = Rolle vorgeschlagen
action-account-role-proposal-discarded = Vorgeschlagene Rolle verworfen
action-account-role-granted = Rolle gegeben
action-account-role-taken = Rolle entzogen

# Warnungen
nav-alarms = { $count ->
    [0] Warnungen
   *[other] Warnungen ({ $count })
}
notice-alarm-acknowledged = Die Warnung ist erledigt.
action-security-alarm-raised = Warnung ausgelöst
action-security-alarm-acknowledged = Warnung erledigt
alarms-title = Warnungen
alarms-lead = Hier steht, welches Konto auffällig viele Einträge ansieht. Das Konto merkt davon nichts.
alarms-open = Offen
alarms-none = Keine Warnung ist offen.
alarms-hint = Rufen Sie zuerst unter einer bekannten Nummer an. Erklärt sich nichts, beendet die Systemverwaltung alle Sitzungen und Zugangsschlüssel des Kontos.
alarms-done = Erledigt
alarms-decoys = Köder verwalten
alarm-sweep = Viele verschiedene Einträge
alarm-sweep-text = Das Konto hat { $seen } verschiedene Einträge gesehen. Ab { $threshold } wird gewarnt.
alarm-refused = Weiter nach verbrauchtem Tageskontingent
alarm-refused-text = Das Konto hat { $seen } Mal weitergefragt, obwohl sein Tageskontingent verbraucht war. Ab { $threshold } wird gewarnt.
alarm-days = Zeitraum
alarm-days-range = { $from } bis { $until }
alarm-account = Konto
alarm-roles = Rolle
alarm-raised = Ausgelöst
alarm-done = Erledigt
alarm-note = Notiz
alarm-note-hint = Was haben Sie herausgefunden? Bitte keine Namen. Sie können das Feld leer lassen.
alarm-acknowledge = Als erledigt vermerken
alarm-houses = Haus
alarm-decoy = Köder angezeigt
alarm-decoy-text = Dem Konto wurde ein erfundener Eintrag angezeigt. Dorthin kommt nur, wer die Liste bis weit nach hinten durchblättert oder Kennungen abruft.

# Köder
notice-decoy-made = Der Köder ist angelegt.
notice-decoy-removed = Der Köder ist entfernt.
action-decoy-made = Köder angelegt
action-decoy-removed = Köder entfernt
decoys-title = Köder
decoys-lead = Ein Köder ist ein erfundener Eintrag. Er steht nur hinter den ersten 100 Treffern einer Liste. Wem er angezeigt wird, der löst eine Warnung aus.
decoys-there = Vorhandene Köder
decoys-none = Es gibt noch keinen Köder. Legen Sie etwa zehn an, verschieden und glaubhaft.
decoys-own = Auch Sie lösen eine Warnung aus, wenn Ihnen ein Köder in der Suche angezeigt wird.
decoy-remove = Entfernen
decoy-new = Köder anlegen
decoy-new-hint = Erfinden Sie alles. Schreiben Sie so, wie Fachkräfte schreiben, und nehmen Sie einen Ort, in dessen Land es viele gibt. Beschreiben Sie niemanden, den es gibt.
decoy-headline = Überschrift
decoy-headline-wrong = Schreiben Sie eine Überschrift mit höchstens 160 Zeichen.
decoy-text = Beschreibung (freiwillig)
decoy-text-wrong = Kürzen Sie die Beschreibung auf höchstens 4.000 Zeichen.
decoy-role = Rolle
decoy-role-wrong = Wählen Sie eine Rolle.
decoy-role-level = Stufe in dieser Rolle
decoy-skill = Fähigkeit { $number }
decoy-skill-level = Stufe der Fähigkeit { $number }
decoy-skills-wrong = Wählen Sie jede Fähigkeit nur einmal.
decoy-kreis = Kreis
decoy-kreis-wrong = Wählen Sie einen Kreis.
decoy-employer = Arbeitgeber
decoy-english = Englisch
decoy-too-many = Es gibt schon 100 Köder. Entfernen Sie erst einen.
decoy-make = Köder anlegen
notice-not-done-yet = Es wurde noch nichts geändert. Bestätigen Sie zuerst, dass Sie es sind, und senden Sie das Formular dann noch einmal ab.
recover-not-independent = Eine von beiden Personen muss zur Koordinierungsstelle gehören, oder beide zur Systemverwaltung.

evidence-title = Nachweise
evidence-lead = Laden Sie Zertifikate oder Zeugnisse hoch. Die Prüfstelle sieht sie an und löscht sie danach.
evidence-there = Ihre Nachweise
evidence-none = Noch kein Nachweis.
evidence-uploaded = eingereicht { $on }
evidence-seen = Eingesehen { $on }
evidence-not-seen = Noch nicht eingesehen
evidence-deleted = Datei gelöscht { $on }
evidence-save = Speichern
evidence-remove = Löschen
evidence-no-claims = Tragen Sie zuerst Fähigkeiten oder Zertifikate ein. Dann können Sie sie hier belegen.
evidence-new = Nachweis hochladen
evidence-claim = Was belegt die Datei?
evidence-claim-missing = Wählen Sie, was die Datei belegt.
evidence-file = Datei
evidence-file-hint = PDF, PNG oder JPEG, höchstens 5 MB. Sie können { $most } Dateien ablegen.
evidence-file-missing = Wählen Sie eine Datei aus.
evidence-file-format = Diese Datei ist weder PDF noch PNG oder JPEG. Speichern Sie sie als PDF und laden Sie sie noch einmal hoch.
evidence-too-many = Mehr Dateien gehen nicht. Löschen Sie zuerst eine.
evidence-send = Hochladen
evidence-what = Wer das sieht und wie lange
evidence-who = Nur Sie und die Prüfstelle, solange sie prüft. Ihr Arbeitgeber sieht die Dateien nicht.
evidence-how-long = { $days } Tage nach der Entscheidung löschen wir die Dateien. Es bleibt nur die Notiz, wann sie eingesehen wurden.
evidence-sealed = Die Dateien liegen verschlüsselt, mit einem Schlüssel nur für Sie.
notice-evidence-added = Der Nachweis ist gespeichert.
notice-evidence-removed = Der Nachweis ist gelöscht.
action-evidence-added = Nachweis eingereicht
action-evidence-removed = Nachweis gelöscht
action-evidence-looked-at = Nachweis eingesehen
reveals-vetting = Prüfung Ihrer Nachweise

entry-title = Eintrag { $alias }
entry-tasks = Eintrag bearbeiten
entry-task-open = Unvollständig
entry-task-done = Ausgefüllt
entry-confirm = Alles stimmt noch
entry-preview = So sehen Suchende Sie
entry-contact = Name und Kontakt
entry-contact-lead = Diese Angaben sehen nur Sie und Ihr Arbeitgeber. Suchende sehen sie nicht.
entry-description = Beschreibung
entry-description-lead = Alle Suchenden sehen diese Texte. Schreiben Sie nicht, wer Sie sind und wo Sie arbeiten.
entry-skills = Fähigkeiten
entry-skills-lead = Nennen Sie Rollen, Fachgebiete, Fachverfahren und Produkte, die Sie beherrschen.
entry-certificates = Zertifikate
entry-certificates-lead = Ein abgelaufenes Zertifikat bleibt sichtbar, zählt aber nicht mehr.
entry-languages = Sprachen
entry-languages-lead = Ab B2 können Sie im Einsatz mitarbeiten.
entry-deployment = Einsatz
entry-deployment-lead = Wo, wie weit und wie lange können Sie helfen?
entry-availability = Verfügbarkeit
entry-availability-lead = Sagen Sie, ab wann Sie helfen können. Ein Tipp genügt.
entry-conflict = Jemand hat diesen Eintrag inzwischen geändert.
entry-conflict-text = Ihre Eingaben sind noch da. Darunter steht, was jetzt gespeichert ist. Speichern Sie noch einmal, wenn Ihre Angaben gelten sollen.
terms-conflict-text = Die Liste unten ist der neue Stand. Prüfen Sie sie und speichern Sie noch einmal.
entry-stored = Jetzt gespeichert: { $value }
entry-save = Speichern
entry-back = Zurück zum Eintrag
field-given-name = Vorname
field-family-name = Nachname
field-email = E-Mail-Adresse
field-phone = Telefon
field-mobile = Mobiltelefon
field-at-work = Dienstlich, nicht privat.
field-headline-de = Kurz gesagt
field-headline-hint = Ein Satz, zum Beispiel: Stellt Active Directory nach Angriffen wieder her.
field-headline-en = Kurz gesagt, auf Englisch
field-text-de = Beschreibung
field-text-hint = Was haben Sie getan, womit arbeiten Sie? Keine Namen, Orte oder Arbeitgeber.
field-text-en = Beschreibung auf Englisch
field-english-hint = Freiwillig.
field-place = Standort
field-place-hint = Stadt, Gemeinde oder Landkreis. Suchende sehen nur das Land.
field-radius = Umkreis in Kilometern
field-radius-hint = So weit fahren Sie zu einem Einsatz.
field-max-days = Längster Einsatz in Tagen
field-notice = Vorlauf in Stunden
field-notice-hint = So lange brauchen Sie vom Ja bis zum Beginn. 0 heißt sofort.
field-headcount = Zahl der Personen
field-night = Nachts alarmieren
field-night-hint = Nur wenn Sie das ankreuzen, fragen wir Sie zwischen 22 und 6 Uhr.
field-clearance = Sicherheitsüberprüfung
field-clearance-hint = Nach dem Sicherheitsüberprüfungsgesetz. Suchende sehen das nicht.
field-clearance-until = Gültig bis
field-clearance-office = Bestätigt von
field-clearance-office-hint = Die Stelle, die das bestätigen kann. Reichen Sie kein Dokument ein.
field-missing = Füllen Sie das Feld „{ $field }“ aus.
field-too-long = Kürzen Sie das Feld „{ $field }“.
field-no-mail = Geben Sie eine E-Mail-Adresse an, zum Beispiel vorname.nachname@rechenzentrum.de.
field-no-phone = Geben Sie eine Telefonnummer an, zum Beispiel 0171 1234567.
field-no-number = Geben Sie bei „{ $field }“ eine Zahl von { $from } bis { $to } an.
field-no-day = Geben Sie einen Tag an, zum Beispiel 31.12.2027.
field-no-place = Diesen Ort kennen wir nicht. Geben Sie eine Stadt, eine Gemeinde oder einen Landkreis an.
field-near-places = Das ist nicht eindeutig. Meinen Sie: { $places }? Ergänzen Sie die Postleitzahl.
field-identifying = Dieser Satz verrät, wer Sie sind: „{ $words }“.
field-private = Keine Angaben zu Gesundheit oder Familie: „{ $words }“.
terms-add = Hinzufügen
terms-name = Was fehlt?
terms-name-hint = Tippen Sie die ersten Buchstaben, zum Beispiel „Veeam“ oder „Forensik“.
terms-level = Stufe
terms-valid-until = Gültig bis
terms-valid-hint = Leer lassen, wenn es nicht abläuft.
terms-add-button = Hinzufügen
terms-choose = Was davon meinen Sie?
terms-there = { $n ->
    [one] Ein Eintrag
   *[other] { $n } Einträge
}
terms-none = Noch nichts eingetragen.
terms-over = Abgelaufen, zählt nicht mehr
terms-confirmed = Vom Arbeitgeber bestätigt
terms-remove = Entfernen
terms-save = Stufen speichern
terms-missing = Tippen Sie, was Sie hinzufügen möchten.
terms-unknown = Diesen Begriff kennen wir nicht. Wählen Sie einen ähnlichen oder schreiben Sie ihn anders.
terms-ambiguous = Das passt auf mehrere. Wählen Sie eines aus.
terms-twice = Das steht schon in der Liste.
terms-last = Eine Fähigkeit muss bleiben. Fügen Sie zuerst eine andere hinzu.
terms-too-many = Mehr passt nicht in die Liste. Entfernen Sie zuerst etwas.
terms-no-day = Geben Sie einen Tag an, zum Beispiel 31.12.2027.
availability-now = Jetzt
availability-later = Erst ab einem Tag
availability-from-label = Verfügbar ab
availability-from-save = Ab diesem Tag
availability-from-missing = Geben Sie an, ab welchem Tag Sie helfen können.
availability-week = Woche
availability-week-legend = An diesen Tagen kann ich helfen
availability-week-save = Woche speichern
availability-no-weekday = Kreuzen Sie mindestens einen Tag an. Wenn Sie gar nicht helfen können, wählen Sie oben „nicht verfügbar“.
availability-absences = Abwesenheiten
availability-absences-hint = Warum Sie weg sind, fragen wir nicht.
availability-no-absences = Keine Abwesenheit eingetragen.
availability-absence = { $first } bis { $last }
availability-absence-new = Abwesenheit eintragen
availability-absence-add = Eintragen
availability-absence-remove = Entfernen
availability-absence-wrong = Geben Sie den ersten und den letzten Tag an. Der letzte liegt nicht vor dem ersten.
availability-too-many = Mehr Abwesenheiten gehen nicht. Entfernen Sie zuerst eine.
availability-first-day = Erster Tag
availability-last-day = Letzter Tag
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
notice-entry-saved = Gespeichert.
notice-entry-confirmed = Danke. Ihr Eintrag ist bestätigt.
notice-availability-saved = Ihre Verfügbarkeit ist gespeichert.
# Prüfen
nav-vetting = Prüfen
vetting-title = Prüfen
vetting-lead = Was zuerst fällig ist, steht oben. Sie sehen keine Namen.
vetting-count = { $n ->
    [0] Keine Vorgänge
    [one] Ein Vorgang
   *[other] { $n } Vorgänge
}
vetting-for-you = { $n ->
    [0] Für Sie ist gerade nichts dabei
    [one] Ein Vorgang wartet auf Sie
   *[other] { $n } Vorgänge warten auf Sie
}
vetting-for-others = Warten auf andere: { $n ->
    [one] ein Vorgang
   *[other] { $n } Vorgänge
}
vetting-for-others-text = Hier können Sie nichts tun: Sie haben schon geurteilt, oder es müssen andere tun.
vetting-before = Was auf Sie wartet, steht auf den Seiten davor.
vetting-after = Sie stehen auf den Seiten danach.
vetting-none = Es wartet nichts auf Sie. Schauen Sie später wieder vorbei.
vetting-none-filtered = Zu diesem Filter gibt es keinen Vorgang.
vetting-show-decided = Entschiedene Vorgänge zeigen
vetting-state = Stand
vetting-state-open = Offen
vetting-state-decided = Entschieden
vetting-state-withdrawn = Zurückgezogen
vetting-kind = Art
vetting-kind-admission = Aufnahme
vetting-kind-renewal = Verlängerung
vetting-kind-revocation = Entzug
vetting-grade = Umfang
vetting-grade-basic = Grundaufnahme
vetting-grade-extended = Erweiterte Aufnahme
vetting-unassessed = Nur was ich noch nicht beurteilt habe
vetting-entry = Eintrag
vetting-due = Fällig
vetting-due-on = Fällig am { $day }
vetting-since = eröffnet { $at }
vetting-lacks = Fehlt sonst noch
vetting-lacks-nothing = Nichts
vetting-lacks-consent = Einwilligung
vetting-lacks-confirmation = Bestätigung der Angaben
vetting-lacks-participation = Beteiligung des Personalrats
vetting-lacks-release = Freigabe des Arbeitgebers
vetting-lacks-peace = Haus ist selbst betroffen
vetting-said = Beurteilt
vetting-nobody-yet = Noch von niemandem
vetting-one-more = Eine Person hat geurteilt. Eine zweite fehlt.
vetting-two-admit = Zwei verschiedene Personen müssen zustimmen. Ein Nein entscheidet sofort.
vetting-two-revoke = Zwei verschiedene Personen müssen den Entzug tragen.
vetting-one-admits = Eine Person entscheidet. Jeder zehnte Vorgang braucht einen zweiten Blick.
vetting-appeal = Widerspruch
vetting-urgent = Eilt: wirkt schon
vetting-erased = Gelöschter Eintrag
vetting-erased-text = Der Eintrag wurde gelöscht. Es gibt nichts mehr zu sehen.
vetting-closed = Der Vorgang ist nicht mehr offen.
vetting-assessed = Sie haben diesen Vorgang schon beurteilt.
vetting-too-close = Niemand prüft sich selbst oder das eigene Haus. Überlassen Sie das anderen.
vetting-decided-before = Sie haben vorher entschieden. Über den Widerspruch urteilen andere.
vetting-case-title = { $kind } von { $alias }
vetting-undo-text = Sie haben gerade geurteilt. Sie können das noch zurücknehmen.
vetting-employer = Arbeitgeber
vetting-kreis = Kreis
vetting-admitted-until = Aufgenommen bis
vetting-evidence = Nachweise
vetting-checklist = Prüfliste: { $done } von { $all }
vetting-checklist-legend = Was Sie angesehen haben
vetting-checklist-save = Prüfliste speichern
vetting-not-ticked = Nicht abgehakt
vetting-assess = Beurteilung
vetting-verdict = Ihr Urteil
vetting-admit = Aufnehmen
vetting-renew = Verlängern
vetting-leave = Aufnahme belassen
vetting-take = Aufnahme entziehen
vetting-reject = Ablehnen
vetting-send-back = Änderungen erbitten
vetting-reason = Begründung
vetting-reason-hint = Die antragstellende Person liest das. Ihren Namen erfährt sie nicht.
vetting-decide = Urteil abgeben
vetting-verdict-missing = Wählen Sie ein Urteil.
vetting-reason-wrong = Begründen Sie das mit { $n } bis 2.000 Zeichen.
vetting-your-text = Ihr Text:
vetting-comments = Vermerke
vetting-comments-hint = Nur für Prüfende. Verlangt die Person eine Kopie ihrer Daten, stehen Vermerke ohne Ihren Namen darin.
vetting-comment = Neuer Vermerk
vetting-comment-save = Vermerk speichern
vetting-comment-wrong = Schreiben Sie einen Vermerk mit höchstens 2.000 Zeichen.
vetting-history = Andere Vorgänge zu diesem Eintrag
vetting-you = Sie
vetting-somebody = Prüfende Person …{ $name }
vetting-revoke = Aufnahme entziehen
vetting-revoke-text = Sie urteilen damit als erste Person. Eine zweite muss zustimmen.
vetting-revoke-urgent = Es eilt: sofort aussetzen. Bestätigt es in sieben Tagen niemand, gilt die Aufnahme wieder.
vetting-revoke-button = Entzug beantragen
own-vetting-title = Prüfung
own-vetting-never = Der Eintrag ist noch nicht zur Prüfung eingereicht.
own-vetting-open = Die Prüfstelle prüft den Eintrag, eingereicht { $at }.
own-vetting-renewing = Die Prüfstelle prüft die Verlängerung, eingereicht { $at }.
own-vetting-appealed = Andere Prüfende sehen den Eintrag noch einmal an, Widerspruch { $at }.
own-vetting-withdrawn = Der Antrag ist zurückgezogen.
own-vetting-admitted = Aufgenommen { $at }.
own-vetting-rejected = Abgelehnt { $at }.
own-vetting-sent-back = Die Prüfstelle bittet um Änderungen, { $at }.
own-vetting-revoking = Die Prüfstelle prüft seit { $at }, ob die Aufnahme bestehen bleibt.
own-vetting-suspended = Die Aufnahme ist seit { $at } ausgesetzt. Binnen sieben Tagen entscheidet eine zweite Person.
own-vetting-revoked = Die Aufnahme ist entzogen, { $at }.
own-vetting-left = Die Aufnahme bleibt bestehen, { $at }.
own-vetting-submit = Zur Prüfung einreichen
own-vetting-withdraw = Antrag zurückziehen
own-vetting-appeal = Widersprechen
appeal-title = Widersprechen
appeal-lead = Andere Prüfende sehen den Eintrag noch einmal an. Das geht einmal.
appeal-reason = Begründung der Prüfstelle
appeal-grounds = Ihre Begründung
appeal-hint = Was wurde übersehen? Nennen Sie keine Namen.
appeal-send = Widerspruch einlegen
appeal-wrong = Begründen Sie den Widerspruch mit { $n } bis 2.000 Zeichen.
notice-case-assessed = Ihr Urteil ist gespeichert. Sie können es zehn Minuten lang zurücknehmen.
notice-assessment-undone = Ihr Urteil ist zurückgenommen.
notice-comment-added = Der Vermerk ist gespeichert.
notice-checklist-saved = Die Prüfliste ist gespeichert.
notice-revocation-opened = Der Entzug ist beantragt. Eine zweite Person entscheidet mit.
notice-entry-submitted = Der Eintrag ist zur Prüfung eingereicht.
notice-application-withdrawn = Der Antrag ist zurückgezogen.
notice-appeal-made = Der Widerspruch ist eingelegt. Andere Prüfende entscheiden.
notice-not-submitted = Nicht eingereicht: Ein Text verrät, wer Sie sind. Ändern Sie ihn zuerst.
vetting-apply = Vorgänge zeigen
renewals-title = Verlängerungen zusammen erledigen
renewals-lead = Wählen Sie aus, was unverändert weitergelten soll. Sehen Sie heikle Fälle einzeln an.
renewals-choose = Wessen Aufnahme wird verlängert?
renewals-ends = endet am { $day }
renewals-reason = Begründung für alle
renewals-send = Verlängern
renewals-nothing = Wählen Sie mindestens einen Vorgang.
renewals-none = Keine Verlängerung wartet auf Sie.
renewals-results = Das ist daraus geworden
renewals-renewed = Verlängert
letter-ends-subject = Eine Aufnahme endet bald
letter-ends = bei { $register } endet bald eine Aufnahme, die Sie betrifft. Danach wird niemand mehr darüber gefunden.
letter-ends-where = Sehen Sie hier nach, ob noch alles stimmt, und verlängern Sie: { $address }
## Ein Team aus einer Datei
import-title = Team einlesen
import-steps = Schritte
import-step-template = Vorlage
import-step-file = Datei
import-step-check = Prüfen
import-step-apply = Übernehmen
import-template-text = Die Vorlage enthält alle Spalten und eine Beispielzeile. Spalten, die Sie nicht brauchen, lassen Sie weg. Die Reihenfolge ist frei.
import-template-button = Vorlage laden (CSV)
import-private = Private Nummern trägt nur die Person selbst ein. Eine Datei mit solchen Spalten nehmen wir nicht an.
import-file-label = Datei auswählen
import-file-hint = CSV oder Excel (XLSX), höchstens 5 MB und 10.000 Zeilen
import-file-text = Zuerst prüfen wir jede Zeile. Eingetragen wird noch nichts.
import-check-button = Datei prüfen
import-recent = Zuletzt hochgeladen
import-rows =
    { $n ->
        [one] 1 Zeile
       *[other] { $n } Zeilen
    }
import-export = Eigene Einträge ausgeben
import-export-text = Die Datei hat dieselben Spalten. Sie enthält Namen und dienstliche Kontakte. Jede Person sieht, dass Sie ihre Angaben geladen haben.
import-export-button = Einträge laden (CSV)
import-link = Team einlesen oder ausgeben
import-state-checking = Datei wird geprüft
import-state-checked = Datei ist geprüft
import-state-applying = Einträge werden übernommen
import-state-applied = Einträge sind übernommen
import-state-undoing = Einträge werden zurückgenommen
import-state-undone = Einträge sind zurückgenommen
import-progress = { $done } von { $of } Zeilen geprüft
import-wait = Das kann eine Minute dauern. Sie können diese Seite verlassen und wiederkommen.
import-reload = Stand neu laden
import-count-new = Neu
import-count-changed = Geändert
import-count-same = Unverändert
import-count-rejected = Mit Fehlern
import-overtaken = Inzwischen hat jemand Einträge geändert. Es wurde nichts übernommen. Wir haben die Datei neu geprüft.
import-apply-text = Alle Zeilen werden auf einmal übernommen. 24 Stunden lang können Sie alles zurücknehmen.
import-apply =
    { $n ->
        [one] 1 Zeile übernehmen
       *[other] { $n } Zeilen übernehmen
    }
import-apply-some-text =
    { $n ->
        [one] Eine Zeile hat Fehler. Berichtigen Sie die Datei und laden Sie sie neu hoch. Oder übernehmen Sie nur die fehlerfreien Zeilen.
       *[other] { $n } Zeilen haben Fehler. Berichtigen Sie die Datei und laden Sie sie neu hoch. Oder übernehmen Sie nur die fehlerfreien Zeilen.
    }
import-apply-some =
    { $n ->
        [one] Eine fehlerfreie Zeile übernehmen
       *[other] { $n } fehlerfreie Zeilen übernehmen
    }
import-nothing = Alles in der Datei steht schon so im Kataster. Es gibt nichts zu übernehmen.
import-errors = Fehler
import-errors-text = Laden Sie die fehlerhaften Zeilen. Berichtigen Sie sie und laden Sie sie wieder hoch. Die Spalte „Fehler“ sagt, was nicht stimmt.
import-rejected-button = Fehlerhafte Zeilen laden (CSV)
import-columns-text = Die Spalten stimmen nicht. Deshalb wurde keine Zeile gelesen und nichts gespeichert.
import-row = Zeile
import-row-number = Zeile { $row }
import-column = Spalte
import-what = Was zu tun ist
import-quoted = „{ $text }“:
import-meant = Meinten Sie { $what }?
import-or = oder
import-more-errors =
    { $n ->
        [one] Ein weiterer Fehler steht in der Datei mit den fehlerhaften Zeilen.
       *[other] { $n } weitere Fehler stehen in der Datei mit den fehlerhaften Zeilen.
    }
import-preview = Vorschau
import-preview-text = Die ersten Zeilen, ohne Namen
import-effect = Wirkung
import-kind-column = Art
import-skills = Fähigkeiten
import-new = neu
import-changed = geändert
import-person = Person
import-capacity = Teamkapazität
import-kept-until = Die Datei liegt verschlüsselt hier bis { $moment }. Dann wird sie gelöscht.
import-discard = Datei verwerfen
import-applied-text = Die hochgeladene Datei ist gelöscht.
import-to-team = Zum Team
import-undo-text = Sie können alles zurücknehmen bis { $moment }. Was andere inzwischen geändert haben, bleibt.
import-undo = Alles zurücknehmen
import-undone-text = Alles ist wieder wie vorher.
import-undone-some =
    { $n ->
        [one] Ein Eintrag bleibt: Jemand anderes hat ihn inzwischen geändert.
       *[other] { $n } Einträge bleiben: Jemand anderes hat sie inzwischen geändert.
    }
import-again = Neue Datei einlesen
import-file-none = Wählen Sie eine Datei aus.
import-file-long = Die Datei ist zu groß. Höchstens 5 MB sind möglich.
import-file-rows = Die Datei hat mehr als 10.000 Zeilen. Teilen Sie sie auf.
import-file-columns = Die Datei hat mehr als 100 Spalten. Löschen Sie die übrigen.
import-file-cell = In Zeile { $row } steht ein Text mit mehr als 8.000 Zeichen. Kürzen Sie ihn.
import-file-empty = Die Datei ist leer.
import-file-header = Die Datei enthält nur Überschriften. Fügen Sie Zeilen hinzu.
import-file-old = Das ist eine alte Excel-Datei (XLS). Speichern Sie sie als XLSX oder CSV.
import-file-unreadable = Die Datei ist weder CSV noch XLSX, oder sie ist beschädigt.
import-column-unknown = Diese Spalte kennen wir nicht.
import-column-private = Private Nummern trägt nur die Person selbst ein. Löschen Sie diese Spalte.
import-column-twice = Diese Spalte gibt es zweimal. Löschen Sie eine.
import-missing = Diese Angabe fehlt.
import-term = Diesen Begriff kennt das Kataster nicht.
import-ambiguous = Das kann mehrere meinen. Wählen Sie eine Angabe.
import-place = Diesen Ort finden wir nicht. Geben Sie Ort oder Gemeindeschlüssel an.
import-land = Nennen Sie eine Gemeinde oder einen Kreis.
import-twice = Das steht zweimal in der Zelle.
import-level = Schreiben Sie die Stufe 1 bis 4 dahinter, zum Beispiel Veeam:3.
import-cefr = Schreiben Sie die Stufe A1 bis C2 dahinter, zum Beispiel Englisch:B2.
import-day = Schreiben Sie den Tag so: 31.12.2026.
import-period = Schreiben Sie den Zeitraum so: 24.12.2026-02.01.2027.
import-order = Das Ende liegt vor dem Anfang.
import-number = Schreiben Sie eine ganze Zahl von { $min } bis { $max }.
import-word = Dieses Wort passt hier nicht.
import-mail = Geben Sie eine E-Mail-Adresse an.
import-phone = Geben Sie eine Telefonnummer an, zum Beispiel 0171 1234567.
import-long = Höchstens { $max } Zeichen sind möglich.
import-many = Höchstens { $max } Angaben sind möglich.
import-nameless = Eine Teamkapazität hat keinen Namen und keinen Kontakt. Lassen Sie die Zelle leer.
import-counted = Eine Person zählt als eine. Lassen Sie die Zelle leer.
import-kind = Der Eintrag ist von der anderen Art.
import-alias = Diese Kennung gibt es in Ihrer Organisation nicht.
import-same = Zeile { $row } meint denselben Eintrag.
import-identifying = Dieser Satz verrät, wer Sie sind.
import-health = Keine Angaben zu Gesundheit oder Familie.
import-later = Ein erster Tag passt nur zu „später“.
import-refused = Diese Angabe ist nicht möglich.
action-import-uploaded = Datei mit Einträgen hochgeladen
action-import-applied = Datei mit Einträgen übernommen
action-import-undone = Datei mit Einträgen zurückgenommen
action-import-discarded = Datei mit Einträgen verworfen
action-expert-removed = Eingelesener Eintrag zurückgenommen
action-experts-exported = Einträge einer Organisation ausgegeben
vetting-admitted = Aufgenommen
vetting-left = Aufnahme belassen
vetting-rejected = Abgelehnt
vetting-taken = Aufnahme entzogen
vetting-sent-back = Zurückgegeben

letter-confirm-subject = Stimmt noch alles?
letter-confirm = bei { $register } ist etwas seit vier Monaten oder länger nicht bestätigt. Nach einem Jahr wird es nicht mehr gefunden.
letter-confirm-tap = Stimmt noch alles? Bestätigen Sie mit einem Tipp, ohne Anmeldung: { $address } Der Link gilt einmal und 30 Tage lang.
letter-confirm-where = Hat sich etwas geändert? Dann melden Sie sich hier an: { $address }
letter-consent-subject = Eine Einwilligung endet bald
letter-consent = bei { $register } endet bald eine Einwilligung, die Sie gegeben haben. Danach werden Sie nicht mehr gefunden oder gefragt.
letter-consent-where = Hier erneuern Sie sie, wenn Sie möchten: { $address }
private-contact-title = So erreichen wir Sie
private-contact-lead = Bestimmen Sie, welchen Weg wir zuerst versuchen. Private Angaben sind freiwillig. Ihr Arbeitgeber sieht sie nie. Erreicht Sie keine Nachricht, kann die Koordinierungsstelle eine Nummer sehen und anrufen. Das steht dann unter Einblicke.
private-contact-until = Ihre Einwilligung gilt bis { $day }.
private-contact-agree = Tragen Sie etwas Privates ein, willigen Sie mit dem Speichern ein. Leeren Sie alle privaten Felder, ist die Einwilligung widerrufen.
way-work-mobile = Diensthandy
way-work-phone = Telefon dienstlich
way-work-email = E-Mail dienstlich
way-private-mobile = Handy privat
way-private-phone = Telefon privat
way-private-email = E-Mail privat
way-address = Nummer oder Adresse
way-order = Reihenfolge
way-place = { $place }. Versuch
way-not-used = Nicht benutzen
way-unused = Wählen Sie, wann wir diesen Weg versuchen, oder leeren Sie das Feld.
way-missing = Tragen Sie hier etwas ein, oder wählen Sie „Nicht benutzen“.
way-none = Lassen Sie uns mindestens einen Weg.
import-confirmed = Eine bestätigte Fähigkeit ändert sich nur, wenn die Person zustimmt. Ändern Sie sie im Eintrag.
action-expert-skill-change-dropped = Änderung einer bestätigten Fähigkeit verworfen
notice-skill-change-proposed = Gespeichert. Bestätigtes ändert sich erst, wenn die andere Seite zustimmt.
terms-change-mine = Sie möchten Stufe { $level }. Das gilt, sobald die andere Seite zustimmt.
terms-change-theirs = Die andere Seite möchte Stufe { $level }. Das gilt erst, wenn Sie zustimmen.
terms-removal-mine = Sie möchten diese Fähigkeit entfernen. Das gilt, sobald die andere Seite zustimmt.
terms-removal-theirs = Die andere Seite möchte diese Fähigkeit entfernen. Das gilt erst, wenn Sie zustimmen.
terms-agree = Zustimmen
terms-decline = Ablehnen
terms-take-back = Zurückziehen
profile-notice = Vorlauf
hours = { $n ->
    [one] 1 Stunde
   *[other] { $n } Stunden
}
entry-draft = Sie haben hier etwas getippt und nicht gespeichert: { $moment }.
entry-draft-continue = Weiter bearbeiten
entry-draft-drop = Entwurf verwerfen
entry-draft-kept = Ihr Entwurf ist aufgehoben. Er gilt erst, wenn Sie speichern.

# Verwaltung: Organisationen
kept-organisations-title = Organisationen
kept-organisations-lead = Träger, Kommunen und Verbände im Register.
kept-organisations-words = Wörter des Namens
kept-organisations-membership = Mitgliedschaft
kept-organisations-members = Nur Mitglieder
kept-organisations-others = Nur andere
kept-organisations-member = Mitglied
kept-organisations-no-member = Kein Mitglied
kept-organisations-apply = Organisationen zeigen
kept-organisations-none = Keine Organisation passt.
kept-organisation-preline = Organisation
kept-organisation-conflict = Jemand hat diese Organisation inzwischen geändert.
new-organisation-title = Organisation anlegen
new-organisation-lead = Mitglied wird sie danach auf ihrer Seite.
new-organisation-go = Organisation anlegen
served-text = Ein Haken weniger: Die Organisation betreut den Ort ab jetzt nicht mehr.
served-whole = die ganze IT
served-more = Weitere Orte
served-more-hint = Je Zeile ein Ort: Name, Postleitzahl oder Gemeindeschlüssel.
served-unknown = „{ $typed }“ ist kein Ort.
served-unclear = „{ $typed }“ ist nicht eindeutig. Gemeint sein kann: { $near }.
served-save = Orte speichern
membership-effect = { $entries ->
    [0] Diese Organisation hat keine Einträge.
    [one] Diese Organisation hat einen Eintrag. Zurzeit auffindbar: { $found }. Endet die Mitgliedschaft, wird er nicht mehr gefunden und nicht mehr gefragt. Gelöscht wird nichts.
   *[other] Diese Organisation hat { $entries } Einträge. Zurzeit auffindbar: { $found }. Endet die Mitgliedschaft, werden sie nicht mehr gefunden und nicht mehr gefragt. Gelöscht wird nichts.
}
membership-save = Mitgliedschaft speichern
nis2-unknown = Noch nicht geklärt
nis2-not-in-scope = Nicht betroffen
nis2-important = Wichtige Einrichtung
nis2-essential = Besonders wichtige Einrichtung
admin-organisations = Anlegen, ändern, Mitgliedschaft, betreute Orte.
admin-field-name = Name
admin-field-kind = Art
admin-field-legal-form = Rechtsform
admin-field-seat = Sitz
admin-field-nis2 = NIS-2
admin-field-duty-phone = Telefon der Rufbereitschaft
admin-field-days = Personentage im Jahr
admin-field-member-from = Mitglied ab
admin-field-member-until = Mitglied bis
admin-field-land = Land
admin-field-contact-kind = Art der Stelle
admin-field-phone = Telefon
admin-field-email = E-Mail-Adresse
admin-field-url = Internetadresse
admin-field-address = Anschrift
admin-field-hours = Wann jemand antwortet
admin-field-note = Hinweis
admin-field-source = Quelle
admin-hint-seat = Name, Postleitzahl oder Schlüssel. Bei einem Gemeindeverband genügt eine seiner Gemeinden.
admin-hint-duty-phone = Sie sehen beide Seiten erst im Einsatz.
admin-hint-days = Leer heißt: ohne Grenze.
admin-hint-member-until = Der letzte Tag, bis Mitternacht. Leer heißt: ohne Ende.
admin-hint-phone = So, wie man in Deutschland wählt.
admin-hint-note = Was man wissen muss, bevor man anruft. Keine Namen von Personen.
admin-hint-source = Woher die Angaben stammen.
admin-problem-missing = { $field }: Füllen Sie das aus.
admin-problem-long = { $field }: Kürzen Sie den Text.
admin-problem-phone = Geben Sie eine Telefonnummer an, zum Beispiel 0171 1234567.
admin-problem-email = Geben Sie eine E-Mail-Adresse an, zum Beispiel stelle@example.org.
admin-problem-url = Geben Sie eine Adresse an, die mit https:// beginnt.
admin-problem-number = Geben Sie eine ganze Zahl von 0 bis 10000 an.
admin-problem-day = Geben Sie einen Tag an, zum Beispiel 31.12.2026.
admin-problem-order = Das Ende liegt vor dem Beginn.
admin-problem-place = Diesen Ort gibt es im Register nicht.
admin-problem-place-near = Diesen Ort gibt es nicht oder mehrmals. Gemeint sein kann: { $near }.
admin-problem-unfit = Eine Organisation dieser Art kann dort nicht sitzen.
admin-problem-taken = Die Verwaltung dieses Ortes steht schon im Register.
notice-organisation-made = Die Organisation ist angelegt.
notice-organisation-saved = Die Organisation ist geändert.

# Verwaltung: Stellen der Länder
kept-contacts-title = Stellen der Länder
kept-contacts-lead = Wen eine Kommune anruft. Was hier steht, steht sofort auf jeder Seite und jeder neuen Notfallkarte.
kept-contacts-due = { $n ->
    [one] Eine Stelle hat seit einem halben Jahr niemand geprüft.
   *[other] { $n } Stellen hat seit einem halben Jahr niemand geprüft.
}
kept-contacts-none = Noch ist keine Stelle eingetragen.
kept-contacts-checked = Zuletzt geprüft
kept-contacts-no-phone = Keine Nummer bekannt
land-contact-new = Stelle eintragen
contact-lead = Speichern gilt als heute geprüft.
land-contact-check = Heute geprüft
contact-conflict = Jemand hat diese Stelle inzwischen geändert.
land-contact-remove = Stelle entfernen
contact-remove-text = Sie verschwindet von allen Seiten. Gedruckte Notfallkarten nennen sie weiter.
contact-federal = Bund
contact-kind-cert = CERT
contact-kind-response = Hilfe bei Vorfällen
contact-kind-police = Polizei, ZAC
contact-kind-prosecution = Staatsanwaltschaft
contact-kind-data-protection = Datenschutzaufsicht
contact-kind-municipal-it = Kommunale IT
admin-contacts = Nummern prüfen und ändern.
notice-land-contact-saved = Die Stelle ist gespeichert und gilt als heute geprüft.
notice-land-contact-checked = Vermerkt: heute geprüft.
notice-land-contact-removed = Die Stelle ist entfernt.
action-contact-created = Stelle eines Landes eingetragen
action-contact-changed = Stelle eines Landes geändert
action-contact-checked = Stelle eines Landes geprüft
action-contact-removed = Stelle eines Landes entfernt

# Verwaltung: Begriffe
kept-terms-title = Begriffe
kept-terms-lead = Womit Fachkräfte sagen, was sie können, und Kommunen suchen, was sie brauchen. Änderungen gelten sofort.
kept-terms-axis = Art der Begriffe
kept-terms-words = Wörter oder Kennung
kept-terms-apply = Begriffe zeigen
kept-terms-count = { $shown ->
    [0] Kein Begriff passt.
   *[other] Gezeigt: { $shown } von { $of }.
}
kept-terms-synonyms = Andere Wörter
admin-terms = Begriffe, Synonyme, Vorschläge.
term-new = Begriff anlegen
term-state-offered = Wird angeboten
term-state-retired = Ausgemustert
term-state-merged = Zählt als „{ $into }“
term-entries = { $n ->
    [0] Kein Eintrag nennt diesen Begriff.
    [one] Ein Eintrag nennt diesen Begriff.
   *[other] { $n } Einträge nennen diesen Begriff.
}
term-old-ids = Als dieser Begriff zählen auch:
term-conflict = Jemand hat diesen Begriff inzwischen geändert.
term-merged-text = Seine Kennung gilt weiter überall und führt zum anderen Begriff.
term-merge = Zusammenlegen
term-merge-text = { $n ->
    [0] Die Wörter dieses Begriffs gehen an den anderen. Die Kennung gilt weiter. Das lässt sich nicht zurücknehmen.
    [one] Ein Eintrag zählt danach mit dem anderen Begriff. Die Wörter gehen mit, die Kennung gilt weiter. Das lässt sich nicht zurücknehmen.
   *[other] { $n } Einträge zählen danach mit dem anderen Begriff. Die Wörter gehen mit, die Kennung gilt weiter. Das lässt sich nicht zurücknehmen.
}
term-retire = Ausmustern
term-retire-text = Er wird nicht mehr angeboten. Wer ihn hat, behält ihn und wird damit gefunden.
term-restore = Wieder anbieten
term-restore-text = Er wird nicht mehr angeboten.
axis-role = Rollen
axis-domain = Fachgebiete
axis-procedure = Fachverfahren
axis-product = Produkte
axis-certification = Zertifikate
axis-language = Sprachen
axis-incident-class = Vorfallsarten
choice-yes = Ja
choice-no = Nein
proposed-terms = { $n ->
    [one] Ein Vorschlag wartet
   *[other] { $n } Vorschläge warten
}
proposal-as-new = Als neuen Begriff aufnehmen
proposal-term = Ist ein anderes Wort für (Name oder Kennung)
proposal-as-synonym = Als anderes Wort aufnehmen
proposal-answer = Grund der Ablehnung
proposal-decline = Ablehnen
proposal-problem-term = Nennen Sie den Begriff genau mit Namen oder Kennung.
proposal-problem-reason = Nennen Sie einen Grund mit 5 bis 300 Zeichen.
proposal-problem-taken = Das Wort gehört schon zu einem anderen Begriff.
admin-field-term-id = Kennung
admin-field-label-de = Name, deutsch
admin-field-label-en = Name, englisch
admin-field-parent = Oberbegriff
admin-field-synonyms-de = Andere Wörter, deutsch
admin-field-synonyms-en = Andere Wörter, englisch
admin-field-extended = Erweiterte Aufnahme nötig
admin-field-into = Zusammenlegen mit
admin-hint-term-id = Bleibt für immer. Leer heißt: aus dem deutschen Namen. Bei Sprachen der Kurzcode, zum Beispiel „nl“.
admin-hint-parent = Name oder Kennung eines Begriffs derselben Art. Leer heißt: keiner.
admin-hint-synonyms-de = Je Zeile eines. Die Suche findet sie sofort.
admin-hint-synonyms-en = Je Zeile eines.
admin-hint-extended = Dann prüfen immer zwei Personen.
admin-hint-into = Name oder Kennung des Begriffs, der bleibt.
admin-problem-taken-word = „{ $word }“ gehört schon zu „{ $other }“.
admin-problem-taken-id = Diese Kennung gibt es schon.
admin-problem-format = Eine Kennung hat kleine Buchstaben, Ziffern und Bindestriche, bei Sprachen 2 oder 3 Buchstaben.
admin-problem-term = Diesen Begriff gibt es nicht.
admin-problem-term-near = Diesen Begriff gibt es nicht. Gemeint sein kann: { $near }.
admin-problem-circle = Das geht nicht: Ein Begriff steht nicht über sich selbst.
notice-term-saved = Der Begriff ist gespeichert. Er gilt sofort.
notice-terms-merged = Die Begriffe sind zusammengelegt.
notice-term-retired = Der Begriff wird nicht mehr angeboten.
notice-term-declined = Der Vorschlag ist abgelehnt. Der Grund steht auf der Seite des Eintrags.
notice-term-proposed = Danke. Die Verwaltung prüft Ihren Vorschlag.
action-term-added = Begriff angelegt
action-term-changed = Begriff geändert
action-term-merged = Begriff zusammengelegt
action-term-retired = Begriff ausgemustert
action-term-restored = Begriff wieder angeboten
action-term-proposed = Begriff vorgeschlagen
action-term-proposal-accepted = Vorschlag eines Begriffs angenommen
action-term-proposal-declined = Vorschlag eines Begriffs abgelehnt

# Begriff vorschlagen
propose-title = Begriff fehlt?
propose-text = Schlagen Sie ihn vor. Die Verwaltung prüft den Vorschlag.
propose-word = Wort
propose-axis = Was ist es?
propose-reason = Warum fehlt es?
propose-reason-hint = Ein Satz. Keine Namen von Personen oder Orten.
propose-go = Begriff vorschlagen
propose-problem-word = Geben Sie ein Wort mit 2 bis 80 Zeichen an.
propose-problem-reason = Sagen Sie in einem Satz, warum es fehlt. Höchstens 300 Zeichen.
propose-problem-known = Diesen Begriff gibt es schon. Tippen Sie ihn oben ein.
propose-problem-waiting = Dieses Wort ist schon vorgeschlagen.
propose-problem-many = Sie haben schon viele Wörter vorgeschlagen. Versuchen Sie es morgen wieder.
propose-problem-telling = Lassen Sie das weg: „{ $words }“. Es verrät, wer jemand ist.
proposals-own = Vorgeschlagene Begriffe
proposal-waiting = Wird geprüft
proposal-accepted = Aufgenommen: „{ $term }“
proposal-declined = Abgelehnt: { $reason }

still-title = Stimmt noch alles?
still-own = Ihr Eintrag { $alias }: Stimmt noch alles?
still-team = Stimmen die Teamkapazitäten Ihrer Organisation noch?
still-lead = Ein Tipp genügt. Sie müssen sich dafür nicht anmelden.
still-confirmed = zuletzt bestätigt am { $day }
still-never = noch nie bestätigt
still-consent = Damit erneuern Sie auch Ihre Einwilligung für ein Jahr. Ihr Text:
still-yes = Alles stimmt noch
still-changed = Etwas hat sich geändert
still-changed-hint = Dafür melden Sie sich an.
still-done-title = Schon bestätigt
still-done = Danke. Bestätigt am { $day }. Sie müssen nichts weiter tun.
still-next = In vier Monaten fragen wir wieder.
still-over-title = Dieser Link gilt nicht mehr
still-over = Er ist abgelaufen, oder es gibt einen neueren. Melden Sie sich an: Dort bestätigen Sie Ihre Angaben auch.

cool-down = Ruhezeit bis { $until }
cool-down-hint = Nach einem Einsatz fragen wir 14 Tage lang nicht nach dem nächsten.
days-left = { $days ->
    [one] Noch 1 Einsatztag in diesem Jahr.
   *[other] Noch { $days } Einsatztage in diesem Jahr.
}
on-call-title = Rufbereitschaft
on-call-hint = Rufbereitschaft plant nur der Arbeitgeber. In dieser Zeit gilt der Eintrag als sofort verfügbar. Eine Abwesenheit geht vor.
on-call-none = Es ist keine Rufbereitschaft geplant.
on-call-period = { $from } bis { $until }
on-call-now = (läuft gerade)
on-call-remove = Streichen
on-call-new = Rufbereitschaft planen
on-call-from = Beginn
on-call-until = Ende
on-call-add = Rufbereitschaft planen
on-call-wrong = Geben Sie Beginn und Ende an. Das Ende liegt nach dem Beginn, in der Zukunft und höchstens 31 Tage später. Zeiten überschneiden sich nicht.
on-call-too-many = Mehr als 50 Zeiten sind nicht möglich.
notice-on-call-saved = Die Rufbereitschaft ist gespeichert.
action-expert-on-call = Rufbereitschaft geplant

calendar-name = Kataster: Verfügbarkeit
calendar-absence = Abwesend
calendar-on-call = Rufbereitschaft
calendar-deployment = Einsatz
calendar-title = Kalender abonnieren
calendar-hint = Ihr Kalenderprogramm zeigt dann Abwesenheiten, Rufbereitschaft und Einsätze. Es erfährt keine Namen und keine Orte.
calendar-since = Seit { $day } gibt es eine Adresse dafür. Wer sie kennt, sieht diese Zeiten.
calendar-make = Adresse erzeugen
calendar-renew = Neue Adresse erzeugen
calendar-revoke = Adresse widerrufen
calendar-link-title = Adresse Ihres Kalenders
calendar-link-once = Kopieren Sie die Adresse jetzt. Wir zeigen sie nur dieses eine Mal.
calendar-link-label = Adresse für Ihr Kalenderprogramm
calendar-link-secret = Geben Sie die Adresse nicht weiter. Eine frühere Adresse gilt nicht mehr. Sie können auch diese jederzeit widerrufen.
calendar-link-back = Zurück zur Verfügbarkeit
notice-calendar-revoked = Die Adresse des Kalenders gilt nicht mehr.
action-calendar-made = Adresse eines Kalenders erzeugt
action-calendar-revoked = Adresse eines Kalenders widerrufen

calendar-file-title = Aus einer Kalenderdatei übernehmen
calendar-file-lead = Ihr Kalenderprogramm gibt Termine als Datei aus. Daraus werden Abwesenheiten.
calendar-file-label = Kalenderdatei
calendar-file-hint = Eine Datei mit der Endung .ics, höchstens 5 MB.
calendar-file-send = Datei prüfen
calendar-file-what = Was dann geschieht
calendar-file-preview = Sie sehen zuerst eine Vorschau. Gespeichert wird nur, was Sie dort ankreuzen.
calendar-file-counts = Es zählen ganze Tage und Termine, die 8 Stunden eines Tages oder mehr dauern, auch wiederkehrende. Wir lesen die nächsten 12 Monate.
calendar-file-private = Die Datei behalten wir nicht. Gespeichert werden nur Tage, und je Termin ein Prüfwert, an dem wir ihn wiedererkennen, wenn er verschoben wurde. Aus ihm lässt sich nichts ablesen. Titel zeigt nur die Vorschau, Orte, Personen und Texte lesen wir nicht.
calendar-file-where = So kommen Sie zu der Datei
calendar-file-outlook = Outlook: im Kalender „Datei“, dann „Kalender speichern“.
calendar-file-thunderbird = Thunderbird: im Kalender „Termine und Aufgaben“, dann „Exportieren“.
calendar-file-google = Google: Einstellungen, dann „Importieren & Exportieren“. Entpacken Sie die Datei, die Sie bekommen.
calendar-file-apple = Apple: Kalender auswählen, dann „Ablage“ und „Exportieren“.
calendar-file-none = Wählen Sie eine Datei aus.
calendar-file-empty = Die Datei ist leer. Geben Sie den Kalender noch einmal aus.
calendar-file-no-calendar = Das ist keine Kalenderdatei. Wählen Sie eine Datei mit der Endung .ics. Ist sie gepackt, entpacken Sie sie zuerst.
calendar-file-no-events = In dem Kalender stehen keine Termine. Haben Sie den richtigen ausgegeben?
calendar-file-encoding = Zeile { $line } ist nicht in UTF-8 geschrieben. Geben Sie den Kalender noch einmal aus, ohne die Datei zu bearbeiten.
calendar-file-line-long = Zeile { $line } ist zu lang. Geben Sie einen kürzeren Zeitraum aus.
calendar-file-broken = Zeile { $line } passt nicht an ihre Stelle. Geben Sie den Kalender noch einmal aus, ohne die Datei zu bearbeiten.
calendar-file-incomplete = Das Ende der Datei fehlt. Geben Sie den Kalender noch einmal aus.
calendar-file-too-many = In dem Kalender stehen mehr als 20.000 Termine. Geben Sie nur die nächsten 12 Monate aus.
calendar-file-too-much = Die Termine wiederholen sich zu oft. Geben Sie nur die nächsten 12 Monate aus.
calendar-preview-title = Vorschau der Abwesenheiten
calendar-preview-lead = Noch ist nichts gespeichert. Kreuzen Sie an, was eingetragen werden soll.
calendar-preview-nothing = In den nächsten 12 Monaten enthält die Datei nichts Neues.
calendar-preview-zones = Diese Zeitzonen kennen wir nicht: { $zones }. Wir haben die Zeiten wie in Berlin gelesen. Prüfen Sie die Tage.
calendar-preview-new = Neue Abwesenheiten
calendar-preview-moved = Verschobene Termine
calendar-preview-moved-hint = Diese Termine haben Sie schon übernommen. Angekreuzt heißt: Die alten Tage gehen, die neuen kommen.
calendar-moved = verschoben: bisher { $before }, jetzt { $now }
calendar-preview-gone = Nicht mehr in der Datei
calendar-preview-gone-hint = Diese Termine haben Sie einmal übernommen. Vielleicht sind sie abgesagt, vielleicht stehen sie in einem anderen Kalender. Angekreuzt heißt: Die Abwesenheit wird entfernt.
calendar-preview-doubtful = Vielleicht abwesend
calendar-preview-no-room = Mehr als { $most } Abwesenheiten gehen nicht. Angekreuzt sind die nächsten. Für feste freie Wochentage gibt es die Woche.
calendar-preview-take = Angekreuzte eintragen
calendar-preview-held = Schon eingetragen
calendar-preview-left-out = Nicht übernommen
calendar-preview-again = Andere Datei wählen
calendar-doubt-free = im Kalender als frei markiert
calendar-doubt-tentative = noch unter Vorbehalt
calendar-doubt-elsewhere = Arbeit an anderem Ort
calendar-left-short = { $n ->
    [one] 1 Termin ist kürzer als ein Arbeitstag.
   *[other] { $n } Termine sind kürzer als ein Arbeitstag.
}
calendar-left-other-time = { $n ->
    [one] 1 Termin liegt nicht in den nächsten 12 Monaten.
   *[other] { $n } Termine liegen nicht in den nächsten 12 Monaten.
}
calendar-left-cancelled = { $n ->
    [one] 1 Termin ist abgesagt.
   *[other] { $n } Termine sind abgesagt.
}
calendar-left-doubtful = { $n ->
    [one] 1 weiterer Termin ist vielleicht keine Abwesenheit.
   *[other] { $n } weitere Termine sind vielleicht keine Abwesenheit.
}
calendar-left-unreadable = { $n ->
    [one] 1 Termin ist nicht lesbar:
   *[other] { $n } Termine sind nicht lesbar, zum Beispiel:
}
calendar-flaw = Termin ab Zeile { $line }: { $reason }
calendar-flaw-start = Der Beginn fehlt oder ist kein Datum.
calendar-flaw-end = Das Ende ist kein Datum oder liegt vor dem Beginn.
calendar-flaw-rule = Die Wiederholung ist nicht lesbar oder häufiger als täglich.
calendar-flaw-dates = Ein einzelner Tag der Wiederholung ist nicht lesbar.
calendar-flaw-instance = Unklar ist, welchen Termin einer Reihe er ersetzt.
calendar-choice-none = Kreuzen Sie mindestens eine Abwesenheit an.
calendar-choice-no-days = Eine Auswahl war kein Zeitraum. Wählen Sie die Datei noch einmal.
calendar-choice-too-many = Mehr als { $most } Abwesenheiten gehen nicht. Kreuzen Sie weniger an oder entfernen Sie alte.

employer-missing = Das fehlt, bis Ihre Leute gefunden werden
employer-ready = Alles erledigt: Ihre Leute werden gefunden
employer-places = Verwalten
employer-task-conditions = Einsatzbedingungen annehmen
employer-task-participation = Personalrat beteiligen
employer-task-phone = Nummer der Bereitschaft nennen
employer-task-team = Fachkräfte eintragen
employer-task-releases = Fachkräfte freigeben
employer-task-admissions = Einträge einreichen und aufnehmen lassen
employer-task-done = Erledigt
employer-task-open = Offen
employer-task-left = Noch { $n }
organisation-conflict = Jemand anderes hat Ihre Organisation inzwischen geändert. Unten steht, was Sie eingegeben haben. Prüfen Sie es und speichern Sie noch einmal.
field-past = Dieser Tag ist vorbei. Wählen Sie heute oder einen späteren Tag.
field-future = Dieser Tag liegt in der Zukunft. Wählen Sie heute oder einen früheren Tag.
field-too-late = Wählen Sie spätestens den { $day }.
releases-title = Freigaben
releases-lead = Wählen Sie, wer helfen darf und wie lange im Jahr. Eine Freigabe gilt sofort für Suche und Abgleich.
releases-who = Wer?
releases-nobody = Wählen Sie mindestens eine Fachkraft.
releases-how = Wie?
releases-form = Art der Freigabe
releases-standing = Dauerhaft, bis zu so vielen Tagen im Jahr
releases-each-time = Jedes Mal fragen
releases-days = Tage im Jahr
releases-days-hint = Nur bei dauerhafter Freigabe. Leer heißt: ohne Grenze.
releases-until = Gilt bis
releases-until-hint = Letzter Tag, höchstens drei Jahre voraus. Leer heißt: drei Jahre.
releases-give = Freigeben
releases-withdraw = Freigabe entziehen
releases-withdraw-hint = Entziehen wirkt sofort: Wer keine Freigabe hat, wird nicht gefunden und nicht gefragt.
releases-held-each-time = Jedes Mal fragen
releases-held-days = Bis zu { $days } Tage im Jahr, noch { $left }
releases-held-standing = Dauerhaft, ohne Grenze
releases-held-none = Nicht freigegeben
releases-held-until = bis { $day }
releases-used = { $days } Tage in diesem Jahr verplant
releases-changed = Inzwischen geändert
releases-entry = Eintrag ansehen
releases-conflict = Jemand anderes hat ausgewählte Einträge inzwischen geändert. Nichts ist gespeichert. Ihre Auswahl steht unten; prüfen Sie sie und senden Sie noch einmal.
quota-title = Personentage Ihres Hauses
quota-days = Höchstens so viele Personentage im Jahr
quota-days-hint = Gilt für alle zusammen. Leer heißt: ohne Grenze.
quota-left = { $used } von { $limit } Tagen sind in diesem Jahr verplant. Es bleiben { $left }.
quota-none = Keine Grenze. { $used } Tage sind in diesem Jahr verplant.
quota-save = Grenze speichern
struck-title = Selbst betroffen
struck-lead = Ist Ihr Haus selbst angegriffen? Ein Tipp genügt, und niemand ruft Ihre Leute zu anderen.
struck-effect-found = Ihre Fachkräfte werden sofort nicht mehr gefunden und nicht mehr gefragt.
struck-effect-kept = Ihre Einträge, Freigaben und Aufnahmen bleiben, wie sie sind.
struck-effect-lifted = Sie heben es jederzeit mit einem Tipp wieder auf.
struck-set = Wir sind selbst betroffen
struck-lift = Nicht mehr betroffen
struck-lift-lead = Läuft bei Ihnen alles wieder? Dann werden Ihre Fachkräfte sofort wieder gefunden.
struck-help = Brauchen Sie selbst Hilfe?
participation-lead = Personen werden erst gefunden, wenn der Personalrat zugestimmt hat oder nicht gefragt werden muss. Teamkapazitäten ohne Namen werden schon vorher gefunden.
participation-stored = Zurzeit: { $state }, seit { $day }.
participation-state = Wo steht die Beteiligung?
participation-day = Seit wann?
participation-day-hint = Der Tag der Anfrage, der Vereinbarung oder der Ablehnung.
participation-note = Was gespeichert wird, wer es sieht und welche Auswertungen es nicht gibt, steht in den Unterlagen zur Mitbestimmung. Ihr Betreiber hält sie bereit.
duty-phone-title = Nummer der Bereitschaft
duty-phone-lead = Unter dieser Nummer erreicht die Koordinierungsstelle Ihr Haus. Für Teamkapazitäten ist sie der Kontakt.
duty-phone-hint = Sie muss auch nachts und ohne Ihr eigenes Netz erreichbar sein.
member-conditions-lead = Ihre Organisation nimmt die Einsatzbedingungen einmal an. Sie gelten für jede Hilfe, die Sie geben oder bekommen.
member-conditions-text = Wortlaut
member-conditions-accepted = Angenommen: Fassung { $version }, am { $day }.
member-conditions-older = Angenommen ist die ältere Fassung { $version } vom { $day }. Bitte nehmen Sie die geltende Fassung an.
member-conditions-button = Bedingungen annehmen
notice-releases-saved = Die Freigabe gilt.
notice-releases-withdrawn = Die Freigabe ist entzogen.
notice-quota-saved = Die Grenze ist gespeichert.
notice-duty-phone-saved = Die Nummer ist gespeichert.
notice-participation-saved = Der Stand der Beteiligung ist gespeichert.
notice-conditions-accepted = Die Einsatzbedingungen sind angenommen.
notice-struck-set = Ihr Haus gilt als selbst betroffen. Ihre Fachkräfte werden nicht mehr gefunden.
notice-struck-lifted = Ihr Haus ist nicht mehr betroffen. Ihre Fachkräfte werden wieder gefunden.
action-expert-released = Freigabe des Arbeitgebers erteilt
action-expert-release-withdrawn = Freigabe des Arbeitgebers entzogen
field-no-mail-of = „{ $typed }“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel vorname.nachname@rechenzentrum.de.
capacity-title = Teamkapazität ohne Namen
capacity-lead = Sagen Sie, was Ihr Team kann und wie viele helfen können. Namen nennen Sie erst, wenn Sie jemanden freigeben. Das geht auch, bevor der Personalrat zugestimmt hat.
capacity-there = Veröffentlicht und in Arbeit
capacity-people = { $n } Personen
capacity-found = Wird gefunden
capacity-not-found = Wird nicht gefunden
capacity-change = Ändern
capacity-publish = Veröffentlichen
capacity-publish-hint = Die Kapazität wird sofort gefunden. Sie ändern sie jederzeit.
capacity-new = Neue Teamkapazität
capacity-skills = Was kann das Team?
capacity-skills-hint = Tippen Sie einen Begriff, zum Beispiel Veeam oder Active Directory. Daneben wählen Sie die Stufe.
capacity-skill = Fähigkeit { $n }
capacity-level = Stufe der Fähigkeit { $n }
capacity-more = Mehr Fähigkeiten
capacity-notice = Vorlauf
capacity-phone-hint = Der Kontakt dieser Kapazität. Wir speichern die Nummer für Ihr ganzes Haus.
capacity-headline = Kurzbeschreibung
capacity-headline-hint = Freiwillig, ohne Namen von Personen, Häusern und Orten. Leer heißt: die ersten Fähigkeiten.
capacity-unknown = „{ $typed }“ kennen wir nicht. Versuchen Sie ein anderes Wort.
capacity-near = „{ $typed }“ ist nicht eindeutig. Meinen Sie: { $names }?
capacity-twice = „{ $typed }“ steht schon weiter oben.
capacity-no-skill = Nennen Sie mindestens eine Fähigkeit.
notice-capacity-published = Die Teamkapazität ist veröffentlicht.
skills-confirm = { $n ->
    [one] Eine Fähigkeit bestätigen
   *[other] Alle { $n } Fähigkeiten bestätigen
}
skills-confirm-text = Bestätigen Sie als Arbeitgeber, was die Person angibt. Einzelne Fähigkeiten bestätigen Sie in der Liste.
notice-skills-confirmed = Die Fähigkeiten sind bestätigt.
action-expert-skills-confirmed = Fähigkeiten vom Arbeitgeber bestätigt
invite-title = Einladungen
invite-lead = Laden Sie Ihre Leute per E-Mail ein. Wer die Einladung annimmt, pflegt den eigenen Eintrag selbst.
invite-entries = Personen mit Eintrag, aber ohne Konto
invite-entries-hint = Die Einladung geht an die dienstliche Adresse im Eintrag.
invite-addresses = Personen ohne Eintrag
invite-addresses-hint = Eine E-Mail-Adresse je Zeile. Wer annimmt, füllt einen leeren Eintrag aus.
invite-too-many = Das sind zu viele. Laden Sie höchstens { $once } auf einmal und { $day } am Tag ein.
invite-button = Einladen
invite-role = Eingeladene werden Fachkraft Ihrer Organisation, nichts anderes.
invite-open = Offene Einladungen
invite-none = Keine Einladung ist offen.
invite-sent = gesendet { $moment }
invite-until = gilt bis { $day }
invite-over = abgelaufen
invite-again = Noch einmal senden
invite-withdraw = Zurückziehen
invite-sent-out = Öfter wird sie nicht gesendet. Fragen Sie die Person, ob die Adresse stimmt.
notice-invitations-sent = Die Einladung ist unterwegs.
notice-invitation-withdrawn = Die Einladung ist zurückgezogen.
notice-team-joined = Willkommen im Team. Ihr Eintrag gehört jetzt zu Ihrem Konto.
join-title = Einladung ins Team
join-lead = { $name } lädt Sie ein, im Kataster mitzumachen.
join-sign-in = Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an und nehmen Sie dann an.
join-other = Sie sind mit einem anderen Konto angemeldet. Melden Sie sich ab und öffnen Sie den Link noch einmal.
join-closed = Das Konto zu dieser Adresse ist geschlossen. Fragen Sie, wer das Kataster betreibt.
join-oneself = Sie nehmen mit dem Konto an, mit dem Sie angemeldet sind.
join-has-entry = Zu Ihrem Konto gibt es schon einen Eintrag, oder der Eintrag gehört schon zu einem Konto. Bitten Sie Ihre Organisation, das zu klären.
join-button = Einladung annehmen
join-voluntary = Mitmachen ist freiwillig. Gefunden werden Sie erst, wenn Sie eingewilligt haben.
action-invitation-sent = Einladung ins Team gesendet
action-invitation-withdrawn = Einladung ins Team zurückgezogen
action-invitation-taken = Einladung ins Team angenommen
letter-invited-subject = Einladung ins Kataster
letter-invited = Ihre Organisation lädt Sie ein, bei { $register } mitzumachen. Mitmachen ist freiwillig.
letter-invited-where = Hier nehmen Sie die Einladung an. Der Link gilt 14 Tage und nur für Sie: { $address }
letter-invited-not-you = Kennen Sie die Einladung nicht? Dann tun Sie nichts.
delegation-title = Vertretung
delegation-lead = Sind Sie im Urlaub? Lassen Sie eine Kollegin oder einen Kollegen bis zu einem Tag für Sie verwalten.
delegation-there = Wer zurzeit vertritt
delegation-none = Niemand vertritt zurzeit.
delegation-row-until = bis { $day }
delegation-end = Vertretung beenden
delegation-new = Vertretung einrichten
delegation-email = E-Mail-Adresse des Kontos
delegation-email-hint = Die Person braucht schon ein Konto in Ihrer Organisation.
delegation-until = Bis einschließlich
delegation-until-hint = Höchstens 90 Tage voraus. Danach endet die Vertretung von selbst.
delegation-give = Vertretung einrichten
delegation-hint = Die Vertretung darf alles, was Sie für Ihre Organisation dürfen, nur nicht selbst eine Vertretung einrichten.
delegation-no-colleague = In Ihrer Organisation hat niemand ein Konto mit dieser Adresse, der sie nicht schon verwaltet.
notice-delegation-given = Die Vertretung gilt.
notice-delegation-ended = Die Vertretung ist beendet.
action-delegation-given = Vertretung der Verwaltung eingerichtet
action-delegation-ended = Vertretung der Verwaltung beendet
action-delegation-ended-by-admin = Vertretung der Verwaltung von der Systemverwaltung beendet
delegation-ended-title = Von der Systemverwaltung beendet
delegation-ended-row = am { $day }
notice-delegation-over = Diese Vertretung war schon vorher beendet. Sie sehen, wer jetzt vertritt.
deputies-title = Vertretungen
deputies-text = Eine Vertretung darf bis zu ihrem letzten Tag fast alles, was die Verwaltung der Organisation darf. Beenden Sie sie hier, wirkt das sofort.
deputies-row = { $deputy } vertritt { $giver } bis { $day }.
deputies-account = Zum Konto
deputies-hidden = { $n ->
    [one] Zurzeit gilt eine Vertretung.
   *[other] Zurzeit gelten { $n } Vertretungen.
}
deputies-confirm = Bestätigen und ansehen, wer vertritt
report-title = Bericht
report-lead = So steht Ihr Team am { $day }. Der Bericht zählt Einträge und nennt niemanden.
report-persons = { $n } Personen sind gezählt.
report-capacities = Dazu kommen { $n } Teamkapazitäten ohne Namen.
report-freshness = Bestätigung
report-fresh = In den letzten vier Monaten bestätigt
report-due = Bestätigung ist fällig
report-hidden = Länger als ein Jahr oder nie bestätigt
report-admissions = Aufnahme
report-lasting = Aufgenommen, länger als drei Monate
report-ending = Aufgenommen, endet in drei Monaten
report-not-admitted = Nicht aufgenommen
report-extended = Davon erweitert aufgenommen
report-standing = Dauerhaft freigegeben
report-untold = nicht genannt
report-note = Zahlen von einer oder zwei Personen nennen wir nicht, und keine, aus denen sie sich errechnen lassen.
report-too-few = Ihre Organisation hat weniger als fünf Personen eingetragen. Aus so wenigen ließe sich ablesen, wer gemeint ist. Deshalb gibt es keine Zahlen.
terms-uncovered = Zählt erst nach der erweiterten Aufnahme. Reichen Sie den Eintrag ein.
own-vetting-submit-all = { $n } Einträge einreichen
notice-team-submitted = Die Einträge sind eingereicht.
notice-team-submitted-in-part = Die Einträge sind eingereicht. Manchen fehlt noch etwas: Sehen Sie dort nach.
notice-skills-changed = Der Eintrag hat sich inzwischen geändert. Sehen Sie die Fähigkeiten noch einmal an.

# Verwaltung: Zustellung
deliveries-title = Zustellung
deliveries-lead = Nachrichten und Arbeiten, die endgültig gescheitert sind. An wen sie gingen, steht hier nicht.
deliveries-none = Alles ist zugestellt.
admin-deliveries = Was nicht ankam, und warum.
delivery-credential = E-Mail über eine Änderung an einem Konto
delivery-name-shown = E-Mail über einen Einblick
delivery-admission = E-Mail über das Ende einer Aufnahme
delivery-confirmation = E-Mail mit der Bitte um Bestätigung
delivery-consent = E-Mail über das Ende einer Einwilligung
delivery-invitation = Einladung in ein Team
delivery-other = Arbeit des Programms: { $kind }
delivery-tries = { $n ->
    [one] ein Versuch
   *[other] { $n } Versuche
}
delivery-refused = Der Mailserver nimmt die Nachricht nicht an. Vielleicht gibt es die Adresse nicht mehr.
delivery-failed = Auch nach vielen Versuchen gelang es nicht. Prüfen Sie den Mailserver und das Protokoll des Programms.
delivery-again = Noch einmal versuchen
delivery-drop = Verwerfen
channels-title = Wege der Nachrichten
channels-lead = Scheitert ein Weg, nehmen wir den nächsten. Gezählt sind Anfragen und Rückfragen. E-Mails an Konten, die endgültig scheitern, stehen oben.
channel-mail = E-Mail
channel-sms = SMS
channel-voice = Anruf
channel-webhook = Anderes Programm
channel-drop = Ordner „drop“, statt nicht eingerichteter Wege
channel-not-set-up = nicht eingerichtet
channel-unused = eingerichtet, noch nicht gebraucht
channel-working = funktioniert
channel-failing = gestört
channel-day = In den letzten 24 Stunden: { $sent } versandt, { $failed } gescheitert.
channel-last-success = Zuletzt gelungen: { $at }.
channel-last-failure = Zuletzt gescheitert: { $at }.
notice-job-begun-anew = Es wird noch einmal versucht.
notice-job-dropped = Verworfen.
action-job-begun-anew = Gescheiterte Arbeit noch einmal begonnen
action-job-dropped = Gescheiterte Arbeit verworfen
letter-decided-subject = Über einen Eintrag wurde entschieden
letter-decided = bei { $register } haben Prüfende über einen Eintrag entschieden, der Sie betrifft.
letter-decided-where = Wie und warum, steht hier: { $address }
letter-asks-subject = Prüfende bitten um Änderungen
letter-asks = bei { $register } bitten Prüfende um Änderungen an einem Eintrag, der Sie betrifft.
letter-asks-where = Worum es geht, steht hier: { $address }
letter-cases-subject = Anträge warten auf Sie
letter-cases = bei { $register } warten Anträge, die Sie prüfen können.
letter-cases-where = Hier geht es zu den Anträgen: { $address }
letter-help-subject = Jemand bittet um Hilfe
letter-help = bei { $register } bittet jemand um Hilfe.
letter-help-where = Hier geht es zu den Anfragen: { $address }
letter-daily-subject = Ihre Mitteilungen
letter-daily = das gibt es für Sie bei { $register } Neues:
letter-daily-times = { $subject } ({ $n }-mal)
letter-settings = Was wir Ihnen schreiben und wann, stellen Sie hier ein: { $address }
messages-title = Mitteilungen
messages-lead = Sie bestimmen, wann wir Ihnen schreiben. In keiner E-Mail stehen Namen oder Einzelheiten.
messages-not-sent = Dieses Register verschickt keine E-Mails. Ihre Auswahl gilt, sobald es das tut.
messages-own = Ihr Eintrag
messages-team = Ihr Team
messages-vetting = Ihre Prüfungen
messages-save = Auswahl speichern
messages-always = Immer und sofort
messages-always-text = Ändert sich, wie Sie sich anmelden, schreiben wir Ihnen immer: Passwort, zweiter Faktor, Passkeys, Wiederherstellungscodes, Zugangsschlüssel, Links für ein neues Passwort. So merken Sie, wenn es nicht Sie waren.
messages-daily-hint = „Gesammelt“ heißt: eine E-Mail am Morgen um 7 Uhr, nur wenn es etwas Neues gibt.
messages-needed-hint = Fehlt „gar nicht“, geht es um Ihren Eintrag oder um etwas, das ohne Antwort endet oder liegen bleibt.
message-at-once = sofort
message-daily = gesammelt
message-never = gar nicht
message-name-shown = Jemand hat meinen Namen gesehen
message-admission-ends = Meine Aufnahme endet bald
message-confirmation-due = Stimmt mein Eintrag noch?
message-consent-ends = Meine Einwilligung endet bald
message-case-decided = Über meinen Eintrag wurde entschieden
message-case-asks = Prüfende bitten mich um Änderungen
message-team-confirmation-due = Stimmen Einträge des Teams noch?
message-team-admission-ends = Eine Aufnahme im Team endet bald
message-team-case-decided = Über Einträge des Teams wurde entschieden
message-team-case-asks = Prüfende bitten um Änderungen an einem Eintrag ohne Konto
message-cases-wait = Anträge warten auf mich
messages-desk = Koordinierung
messages-phone = Anruf, wenn es eilt
messages-phone-text = Haben Sie Dienst und jemand bittet um Hilfe, rufen wir Sie zusätzlich an, auch nachts. Ebenso, wenn eine Fachkraft Ihres Hauses auf Ihre Freigabe wartet. Die Ansage nennt keine Einzelheiten.
messages-phone-number = Telefonnummer
messages-phone-hint = Freiwillig. Außer Ihnen sieht sie niemand. Ist das Feld leer, rufen wir nicht an.
messages-phone-off = Dieses Register ruft nicht an. Ihre Nummer gilt, sobald es das tut.
messages-phone-save = Nummer speichern
message-help-asked = Jemand bittet um Hilfe
notice-messages-saved = Ihre Auswahl ist gespeichert.
account-messages-text = Sie bestimmen, wann wir Ihnen schreiben.
reveals-messages = E-Mail bei jedem Einblick einstellen
delivery-daily = E-Mail mit den Mitteilungen eines Tages
delivery-case = E-Mail über eine Prüfung
texts-title = Texte
texts-lead = Texte, für die jemand mit Fachkenntnis einsteht. Die ausgelieferten Fassungen sind Vorlagen und keine Rechtsberatung.
admin-texts = Erste Hilfe und Einsatzbedingungen: wer sie wann geprüft hat
text-first-aid = Erste Hilfe
text-first-aid-where = Auf der Startseite und auf jeder Notfallkarte.
text-first-aid-form = Erste Zeile: Überschrift. Dann drei bis acht Schritte, jeder in einer Zeile. Letzte Zeile: die Ausnahme.
text-conditions = Einsatzbedingungen
text-conditions-where = Kommunen und Mitglieder nehmen sie an. Nach einer neuen Fassung müssen alle die neue annehmen: Mitglieder sehen das auf ihrer Seite, Kommunen sehen es, wenn sie eine neue Notfallkarte brauchen. Sprechen Sie sie vorher an.
text-conditions-form = Jeder Punkt in einer Zeile: Überschrift, Doppelpunkt, Text.
text-version = Fassung { $version }, gültig seit { $day }
text-checked = Geprüft von { $by } am { $day }
text-unchecked = Noch nicht geprüft
text-change = Text ändern
text-change-lead = Gespeichert wird eine neue Fassung. Die alte bleibt, wie sie war. Eine neue Fassung gilt als ungeprüft.
text-check-title = Prüfung festhalten
text-check-text = Wer hat diese Fassung geprüft? Der Name erscheint unter dem Text.
text-check-button = Als geprüft festhalten
text-conflict = Jemand hat diesen Text inzwischen geändert.
admin-field-text-de = Text auf Deutsch
admin-field-text-en = Text auf Englisch
admin-field-checked-by = Geprüft von
admin-field-checked-on = Geprüft am
admin-hint-checked-by = Zum Beispiel „Kanzlei Beispiel, Dr. Muster“ oder „CERT Musterland“.
admin-problem-lines = { $field }: Der Aufbau stimmt nicht. Beachten Sie den Hinweis über dem Formular. Beide Sprachen brauchen gleich viele Zeilen.
admin-problem-future = { $field }: Der Tag liegt in der Zukunft.
notice-text-saved = Die neue Fassung gilt.
notice-text-checked = Die Prüfung ist festgehalten.
action-text-changed = Text geändert
action-text-checked = Text geprüft
replacement-accept-first = Die Einsatzbedingungen haben sich geändert. Vor einer neuen Karte nimmt die Kommune die geltende Fassung an.
replacement-accept = Weiter zu den Einsatzbedingungen
replacement-confirm-title = Neue Karte bestätigen
bulk-outdated = Die Einsatzbedingungen haben sich geändert. Lesen Sie die neue Fassung. Haben alle Kommunen sie angenommen, senden Sie die Zeilen noch einmal.
acceptance-outdated = Der Text hat sich geändert. Lesen Sie die neue Fassung und bestätigen Sie sie.
offer-kind-team = Teampaket
offer-kind-workplaces = Arbeitsplätze
offer-kind-devices = Geräte
offer-kind-capacity = Rechenkapazität
offer-kind-procedure = Verfahren im Auftrag
offer-people = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
offer-workplaces = { $n ->
    [one] 1 Arbeitsplatz
   *[other] { $n } Arbeitsplätze
}
offer-devices = { $n ->
    [one] 1 Gerät
   *[other] { $n } Geräte
}
offer-vcpu-count = { $n } vCPU
offer-memory-count = { $n } GB Arbeitsspeicher
offer-storage-count = { $n } TB Speicher
offer-lead-now = Sofort nutzbar
offer-lead-hours = { $n ->
    [one] Nutzbar nach 1 Stunde
   *[other] Nutzbar nach { $n } Stunden
}
offer-lead-days = Nutzbar nach { $n } Tagen
offer-max-days = { $n ->
    [one] Höchstens 1 Tag
   *[other] Höchstens { $n } Tage
}
offer-reach-at-place = Nur vor Ort nutzbar
offer-reach-within = Kommt bis { $km } km weit
offer-reach-nationwide = Bundesweit
offer-cost-expenses = Auslagenersatz
offer-cost-fee = Entgelt nach Vereinbarung
offer-cost-none = Keine
offer-price = Kosten: { $price }
offer-until = Gilt bis { $day }
own-offers-title = Angebote
own-offers-lead = Was kann Ihr Haus außer Fachkräften geben? Kommunen in Not finden Ihre Angebote. Ihren Namen sehen sie nicht, von Ihrem Ort nur das Land und die ungefähre Entfernung.
own-offers-new = Neues Angebot
own-offers-there = Ihre Angebote
own-offers-none = Sie haben noch kein Angebot eingetragen.
own-offers-withdrawn = Zurückgezogen
own-offers-preview = So sehen es Suchende
own-offers-no-member = Angebote machen nur Mitglieder des Verbands. Was Sie früher angeboten haben, sieht niemand mehr.
own-offers-struck = Ihr Haus ist selbst betroffen. Solange sieht niemand Ihre Angebote.
own-offers-conflict = Unten steht, wie es jetzt ist. Nichts ist geändert. Versuchen Sie es noch einmal.
own-offers-refused = Das Angebot ist nicht veröffentlicht.
own-offers-entered = Dieses Formular ist schon gespeichert. Das Angebot steht in Ihrer Liste und lässt sich dort ändern.
own-offers-too-many = Ein Haus hat höchstens 100 Angebote. Ziehen Sie zuerst eines zurück.
own-offers-open-first = Öffnen Sie das Angebot und prüfen Sie die Angaben, zum Beispiel den letzten Tag.
offer-state-draft = Entwurf
offer-state-found = Wird gefunden
offer-state-hidden = Wird zurzeit nicht gezeigt
offer-state-over = Abgelaufen
offer-state-withdrawn = Zurückgezogen
offer-withdraw = Zurückziehen
offer-new = Neues Angebot
offer-change = Angebot ändern
offer-lead-text = Nennen Sie keine Personen, Häuser, Orte und Kontaktdaten. Wer das Angebot annimmt, erfährt sie später.
offer-refused = Das Angebot ist nicht gespeichert.
offer-conflict = Jemand hat dieses Angebot inzwischen geändert.
offer-conflict-text = Ihre Eingaben stehen noch unten. Prüfen Sie sie und speichern Sie noch einmal, wenn sie gelten sollen.
offer-save-draft = Als Entwurf speichern
offer-title = Was bieten Sie an?
offer-title-hint = In einer Zeile, zum Beispiel: Zwölf Arbeitsplätze mit Fachverfahren.
offer-headcount = Wie viele Personen?
offer-workplace-count = Wie viele Arbeitsplätze oder Schalter?
offer-device-count = Wie viele Geräte?
offer-vcpu = Virtuelle Prozessoren (vCPU)
offer-compute-hint = Füllen Sie von den drei Feldern mindestens eines aus.
offer-memory = Arbeitsspeicher in GB
offer-storage = Speicher in TB
offer-procedure = Welches Fachverfahren?
offer-product = Mit welchem Produkt?
offer-choose = Bitte wählen
offer-any-product = Keine Angabe
offer-place = Wo ist es, oder woher kommt es?
offer-place-hint = Eine Stadt, eine Gemeinde oder ein Landkreis. Andere sehen nur das Land und die Entfernung, auf 10 km aufgerundet.
offer-reach = Wo ist es nutzbar?
offer-form-at-place = Nur dort, wo es ist
offer-form-radius = Es kommt in die Nähe
offer-form-nationwide = Bundesweit
offer-radius = Wie weit in km?
offer-radius-hint = Nur wenn es in die Nähe kommt: 25 bis 1.000 km Luftlinie.
offer-lead = Vorlauf in Stunden
offer-lead-hint = 0 heißt: sofort nutzbar.
offer-days = Höchstens so viele Tage
offer-cost = Welche Kosten entstehen?
offer-cost-note = Hinweis zu den Kosten
offer-cost-note-hint = Freiwillig, zum Beispiel: nur Transport.
offer-until-label = Letzter Tag des Angebots
offer-until-hint = Höchstens zwei Jahre voraus. Danach zeigen wir es nicht mehr.
offer-text = Beschreibung
offer-text-hint = Freiwillig. Ohne Namen von Personen, Häusern und Orten.
offer-title-english = Titel auf Englisch
offer-cost-note-english = Hinweis zu den Kosten auf Englisch
offer-text-english = Beschreibung auf Englisch
offers-title = Angebote
offers-lead = Arbeitsplätze, Geräte, Rechenkapazität, Teams und Verfahren im Auftrag: Hilfe, die mehr ist als eine Fachkraft.
offers-how = Sie brauchen eines davon? Die Koordinierungsstelle vermittelt es.
offers-words = Wonach suchen Sie?
offers-radius = Wie weit fahren Sie dafür?
offers-kinds = Art
offers-procedures = Fachverfahren
offers-lands = Land
offers-found = { $n ->
    [one] 1 Angebot
   *[other] { $n } Angebote
}
offers-none = Dazu gibt es zurzeit kein Angebot.
offers-reset = Alle Angebote zeigen
search-offers = Angebote: Arbeitsplätze, Geräte, Kapazität, Teams, Verfahren im Auftrag
notice-offer-saved = Das Angebot ist gespeichert.
notice-offer-published = Das Angebot ist veröffentlicht.
notice-offer-withdrawn = Das Angebot ist zurückgezogen.
action-offer-created = Angebot eingetragen
action-offer-changed = Angebot geändert
action-offer-published = Angebot veröffentlicht
action-offer-withdrawn = Angebot zurückgezogen
# Gebiete

regions-title = Gebiete
admin-regions = Länder, Kreise, Gemeinden und Schlüssel aus dem amtlichen Verzeichnis.
regions-lead = Orte, Schlüssel und Einwohner, nach denen alle suchen. Alte Schlüssel führen immer zum Nachfolger.
regions-now = Gebietsstand { $day }
regions-official = Aus der amtlichen Datei des Statistischen Bundesamts.
regions-shipped = Mit dem Programm geliefert. Neuere Fusionen fehlen noch.
regions-kreise = { $n ->
    [one] Ein Kreis
   *[other] { $n } Kreise
}
regions-gemeinden = { $n ->
    [one] Eine Gemeinde
   *[other] { $n } Gemeinden
}
regions-retired = { $n ->
    [0] Kein alter Schlüssel
    [one] Ein alter Schlüssel mit Nachfolger
   *[other] { $n } alte Schlüssel mit Nachfolger
}
regions-file = Amtliche Datei übernehmen
regions-file-where = Das Statistische Bundesamt veröffentlicht sie jedes Quartal: destatis.de, Gemeindeverzeichnis, „Gemeinden in Deutschland nach administrativer Gliederung“ (GV100AD).
regions-file-label = Datei GV100AD
regions-file-hint = Entpacken Sie das ZIP-Archiv. Die Datei heißt zum Beispiel GV100AD_30092026.txt.
regions-file-text = Zuerst sehen Sie, was sich ändert. Übernommen wird erst danach.
regions-check = Datei prüfen
regions-file-none = Wählen Sie eine Datei.
regions-file-empty = Die Datei ist leer. Wählen Sie die entpackte Datei GV100AD.
regions-file-line = Zeile { $line }: { $text } Laden Sie die Datei noch einmal herunter.
regions-file-older = Die Datei beschreibt den { $file }. Die Orte hier haben schon den Stand { $installed }.
regions-file-cut = In der Datei fehlt: { $name }. Sie ist abgeschnitten. Laden Sie sie noch einmal herunter.
regions-file-few = Die Datei hat nur { $there } statt { $before } Gemeinden. Sie ist abgeschnitten. Laden Sie sie noch einmal herunter.
regions-file-unfit = Die Orte der Datei passen nicht zusammen. Laden Sie die Datei noch einmal herunter.
regions-line-kind = Sie beginnt mit keiner Satzart (10, 20, 30, 40, 50, 60). Ist es noch das ZIP-Archiv? Entpacken Sie es zuerst.
regions-line-short = Sie ist abgeschnitten.
regions-line-day = In den Spalten 3 bis 10 steht kein Gebietsstand.
regions-line-key = Ab Spalte 11 steht kein amtlicher Schlüssel.
regions-line-name = In den Spalten 23 bis 72 steht kein Name.
regions-line-designation = In den Spalten 123 und 124 steht keine bekannte Art.
regions-line-population = In den Spalten 140 bis 150 steht keine Einwohnerzahl.
regions-line-postcode = In den Spalten 166 bis 170 steht keine Postleitzahl.
regions-line-other-day = Sie hat einen anderen Gebietsstand als die erste Zeile.
regions-line-twice = Der Schlüssel { $key } steht zweimal da.
regions-line-orphan = Worin { $key } liegt, fehlt in der Datei.
regions-line-hollow = In { $key } liegt nichts: Die Datei ist abgeschnitten.
regions-import-title = Gebietsstand { $day } übernehmen
regions-import-lead = Bisher gilt der Stand { $before }. Die Datei wartet bis { $until }.
regions-count-new = { $n ->
    [0] Kein neuer Ort
    [one] Ein neuer Ort
   *[other] { $n } neue Orte
}
regions-count-renamed = { $n ->
    [0] Kein Ort heißt anders
    [one] Ein Ort heißt anders
   *[other] { $n } Orte heißen anders
}
regions-count-redesignated = { $n ->
    [0] Kein Ort hat eine andere Bezeichnung
    [one] Ein Ort hat eine andere Bezeichnung, zum Beispiel Stadt statt Gemeinde
   *[other] { $n } Orte haben eine andere Bezeichnung, zum Beispiel Stadt statt Gemeinde
}
regions-count-gone = { $n ->
    [0] Kein Ort fällt weg
    [one] Ein Ort fällt weg
   *[other] { $n } Orte fallen weg
}
regions-count-regrouped = { $n ->
    [0] Kein Ort liegt in einem anderen Gemeindeverband
    [one] Ein Ort liegt in einem anderen Gemeindeverband oder hat einen neuen langen Schlüssel
   *[other] { $n } Orte liegen in einem anderen Gemeindeverband oder haben einen neuen langen Schlüssel
}
regions-count-repopulated = { $n ->
    [0] Keine Einwohnerzahl ändert sich
    [one] Eine Einwohnerzahl ändert sich
   *[other] { $n } Einwohnerzahlen ändern sich
}
regions-new = Neue Orte
regions-renamed = Neue Namen
regions-renamed-row = { $ags }: { $from } heißt jetzt { $to }
regions-more = { $n ->
    [one] und ein weiterer
   *[other] und { $n } weitere
}
regions-gone = Orte, die wegfallen
regions-gone-text = Sagen Sie für jeden Ort, wohin er gehört. Prüfen Sie die Vorschläge. Sie können Schlüssel oder Namen eintragen.
regions-gone-label = Nachfolger von { $name } ({ $ags })
regions-presumed-name = Vorschlag: neuer Ort mit gleichem Namen
regions-presumed-administration = Vorschlag: einziger neuer Ort im selben Gemeindeverband
regions-presumed-postcode = Vorschlag: einziger neuer Ort im Kreis mit gleicher Postleitzahl
regions-presumed-distance = Vorschlag: nächste Gemeinde
regions-presumed-people = Vorschlag: Dort leben jetzt die meisten Menschen des Kreises
regions-successor-missing = Tragen Sie den Nachfolger ein.
regions-successor-unknown = Diesen Ort gibt es in der Datei nicht.
regions-successor-ambiguous = Mehrere Orte heißen so. Tragen Sie den Schlüssel ein.
regions-successor-other-land = Der Nachfolger muss im selben Land liegen.
regions-successor-level = Auf eine Gemeinde folgt eine Gemeinde, auf einen Kreis ein Kreis.
regions-apply-text = Alles wird auf einmal übernommen. Wer mit einem alten Schlüssel eingetragen ist, zählt sofort zum Nachfolger. Das lässt sich nicht zurücknehmen.
regions-apply = Gebietsstand übernehmen
regions-discard = Datei verwerfen
notice-regions-imported = Der neue Gebietsstand gilt. Die Suche zieht gleich nach.
notice-regions-unchanged = Die Datei enthält nichts Neues.
notice-regions-discarded = Die Datei ist verworfen.
action-regions-imported = Amtlicher Gebietsstand übernommen

## Hilfe anfordern (/hilfe)
help-title = Hilfe anfordern
help-step = Schritt { $at } von { $of }
help-then = Danach fragen wir nur nach Ort und Rückrufnummer.
help-contact-title = Wie erreichen wir Sie?
help-for = Hilfe für { $place }
help-card-title = Hilfe mit der Notfallkarte
help-change = ändern
help-place = Stadt oder Gemeinde
help-place-hint = Name oder Postleitzahl.
help-place-choose = Welcher Ort ist gemeint?
help-place-free = Mein Ort steht nicht in der Liste. Die Anfrage so absenden.
help-phone = Rückrufnummer
help-phone-hint = Eine Nummer, die auch ohne Ihr Netz geht. Am besten ein privates Handy.
help-phone-missing = Geben Sie eine Rückrufnummer an, zum Beispiel 0171 1234567.
help-code = Notfallcode
help-code-hint = Ein Code von Ihrer Notfallkarte. Groß oder klein ist egal. Ohne Code rufen wir Sie zurück.
help-code-mistyped = Vergleichen Sie den Code mit der Karte, oder lassen Sie das Feld leer.
help-more = Mehr angeben (freiwillig)
help-name = Ihr Name
help-email = E-Mail-Adresse
help-email-hint = Eine Adresse außerhalb Ihres Hauses.
help-email-wrong = Prüfen Sie die E-Mail-Adresse, oder lassen Sie das Feld leer.
help-systems = Was geht nicht mehr?
help-measures = Was haben Sie schon getan?
help-measures-hint = Zum Beispiel: Netz getrennt, Sicherungen abgezogen. Keine Passwörter.
help-tap = Tippen Sie auf das, was am ehesten passt. Das sendet Ihre Anfrage.
help-send = Hilfe jetzt anfordern
help-draft = Das haben Sie vorhin hier getippt.
help-draft-forget = Löschen
help-kept = Wir speichern nur, was wir für die Hilfe brauchen.
help-doubt-title = Erreichen wir Sie so?
help-doubt-landline = Ist das ein Telefon aus dem betroffenen Haus? Dann klingelt es vielleicht nicht. Geben Sie besser ein privates Handy an.
help-doubt-own-mail = Diese E-Mail-Adresse gehört zu Ihrem Haus. Andere lesen vielleicht mit. Geben Sie besser eine private an.
help-doubt-send = Stimmt alles? Dann senden Sie noch einmal.
help-too-many = Gerade kommen zu viele Anfragen an. Versuchen Sie es in zehn Minuten noch einmal.
help-too-many-call = Gerade kommen zu viele Anfragen an. Rufen Sie uns an: { $phone }
system-workplaces = Arbeitsplätze
system-servers = Server
system-mail = E-Mail
system-phones = Telefone
system-internet = Internet
system-web = Website
system-backup = Datensicherung
system-identity = Anmeldung und Konten
system-procedures = Fachverfahren
system-all = Alles

## Stand der Anfrage (/hilfe/…)
help-status-call = Wir rufen Sie zurück
help-status-call-text = Wir rufen die Nummer an, die auf { $ending } endet. Rechnen Sie damit bis { $by }.
help-status-call-stay = Bleiben Sie erreichbar. Halten Sie diese Leitung frei.
help-status-nobody = Zurzeit ist niemand erreichbar
help-status-nobody-call = Rufen Sie jetzt hier an:
help-status-nobody-text = Rufen Sie jetzt Ihre Landesstelle für IT-Sicherheit an.
help-status-nobody-on = Wir versuchen es weiter unter der Nummer, die auf { $ending } endet.
help-status-off-duty = Wir rufen die Nummer an, die auf { $ending } endet. Alle sind benachrichtigt; zurzeit ist niemand im Dienst eingeteilt.
help-status-urgent = Wenn es eilt:
help-status-urgent-any = Wenn es eilt: Rufen Sie Ihre Landesstelle für IT-Sicherheit an.
help-status-verified = Ihre Anfrage ist bestätigt
help-status-verified-at = Bestätigt: { $at }.
help-status-sought = Wir suchen jetzt Hilfe für Sie.
help-status-gathering = Die Koordinierungsstelle stellt jetzt Ihr Team zusammen.
help-status-closed = Diese Anfrage ist abgeschlossen
help-status-closed-text = Abgeschlossen: { $at }. Brauchen Sie wieder Hilfe? Stellen Sie eine neue Anfrage.
help-status-for = { $place } · angefragt { $asked }
help-code-accepted = Ihr Notfallcode hat gepasst. Haken Sie ihn auf der Karte ab.
help-code-refused = Der Notfallcode hat nicht gepasst. Wir rufen Sie deshalb zurück.
help-code-not-checked = Wir konnten den Notfallcode noch nicht prüfen. Wir rufen Sie zurück.
help-sent-landline = Ihre Nummer ist ein Festnetzanschluss, vielleicht aus dem betroffenen Haus. Rufen Sie uns an, wenn niemand anruft.
help-sent-own-mail = Ihre E-Mail-Adresse gehört zu Ihrem Haus. Verlassen Sie sich nicht auf sie.
help-words-caller = Ihr Anrufer sagt zuerst:
help-words-called = Sie antworten:
help-words-hang-up-call = Nennt jemand das Wort nicht? Legen Sie auf, und rufen Sie uns an:
help-words-hang-up = Nennt jemand das Wort nicht? Legen Sie auf.
help-spoken = Ihr Code zum Aufschreiben
help-spoken-text = Mit ihm sehen Sie hier später, wer Ihnen hilft. Nennen Sie ihn nur Menschen aus Ihrem Haus, die mithelfen.
help-calls-text = Warten Sie damit nicht auf uns.
help-keep = Diese Seite behalten
help-keep-text = Speichern Sie die Adresse als Lesezeichen. Nur wer sie kennt, sieht den Stand.
help-reload = Stand neu laden
help-again = Neue Anfrage stellen
calls-provider = Ihr IT-Dienstleister
calls-insurer = Ihre Cyberversicherung, bevor Fremde an die Systeme gehen
calls-privacy = Datenschutzbeauftragte
calls-policy = { $name }, Police { $policy }
help-status-withdrawn = Diese Anfrage ist zurückgezogen
help-status-withdrawn-text = Zurückgezogen: { $at }. Wer gefragt war, weiß Bescheid. Brauchen Sie wieder Hilfe? Stellen Sie eine neue Anfrage.
withdraw-link = Anfrage zurückziehen
withdraw-title = Anfrage zurückziehen?
withdraw-unverified = Dann ruft niemand zurück.
withdraw-verified = Dann sagen wir allen ab, die gefragt sind oder helfen.
withdraw-for-good = Das lässt sich nicht rückgängig machen. Sie können jederzeit eine neue Anfrage stellen.
withdraw-button = Anfrage jetzt zurückziehen
withdraw-keep = Nein, Anfrage behalten
readers-title = Wer mitliest
readers-provider = Mein IT-Dienstleister wird informiert
readers-provider-named = Ihr IT-Dienstleister { $name } wird informiert
readers-land = Landesstelle mitlesen lassen
readers-save = Auswahl speichern
drill = ÜBUNG ÜBUNG ÜBUNG

## Vorfälle
incidents-title = Vorfälle
incidents-lead-desk = Rufen Sie zuerst zurück, wer am längsten wartet.
incidents-lead-town = Hier stehen die Anfragen, an denen Ihr Haus beteiligt ist.
incidents-filter = Nach Zustand filtern
incidents-all = Alle
incidents-open = Offen
incidents-closed = Abgeschlossen
incidents-none = Zurzeit gibt es keinen Vorfall.
incidents-none-filtered = In diesem Zustand gibt es keinen Vorfall.
incidents-older = Ältere Vorfälle
incidents-more-waiting = Weitere Rückrufe
intake-title = Anruf aufnehmen
intake-lead = Lesen Sie vor, was neben den Feldern steht. Versprechen Sie bis zur Bestätigung nur den Rückruf.
intake-say-place = „Koordinierungsstelle, guten Tag. Wo sind Sie?“
intake-say-symptom = „Was ist passiert? Was sehen Sie?“
intake-say-first-aid = „Bitte tun Sie jetzt zuerst das. Ich bleibe dran.“
intake-say-systems = „Was geht bei Ihnen nicht mehr?“
intake-say-phone = „Unter welcher Nummer erreichen wir Sie, auch ohne Ihr Netz?“
intake-say-name = „Wie heißen Sie? Was ist Ihre Funktion?“
intake-say-email = „Haben Sie eine E-Mail-Adresse außerhalb Ihres Hauses?“
intake-say-measures = „Was haben Sie schon getan? Bitte nennen Sie keine Passwörter.“
intake-say-code = „Liegt Ihre Notfallkarte bereit? Lesen Sie mir einen freien Code vor.“
intake-say-end = „Ich nehme das jetzt auf. Bitte bleiben Sie am Telefon.“
intake-place-free = Steht nicht in der Liste. Den Ort so aufnehmen, wie er hier steht.
intake-name = Name und Funktion
intake-optional = Freiwillig.
intake-measures = Schon getan
intake-measures-hint = Freiwillig. Keine Passwörter.
intake-code-hint = Freiwillig. Groß, klein, Striche und Leerzeichen sind egal.
intake-drill = Das ist eine Übung
intake-save = Anfrage aufnehmen
intake-doubt-title = Fragen Sie nach
intake-doubt-landline = „Ist das ein Telefon aus dem betroffenen Haus? Haben Sie ein privates Handy?“
intake-doubt-own-mail = „In Ihrem Postfach lesen vielleicht andere mit. Haben Sie eine private Adresse?“
intake-doubt-send = Gibt es nichts anderes? Dann nehmen Sie die Anfrage so auf.
intake-done = Aufgenommen: { $place }
intake-done-lead = Lesen Sie jetzt vor. Diese Angaben erscheinen nur dieses eine Mal.
intake-done-before = Diese Anfrage ist schon aufgenommen. Code, Wörter und Adresse zeigen wir nur einmal.
intake-say-call-back = „Wir rufen Sie bis { $by } zurück. Bleiben Sie erreichbar.“
intake-call-back = Rufen Sie eine Nummer an, die vor dem Vorfall hinterlegt war. Sie steht beim Vorfall.
intake-say-verified = „Ihr Code hat gepasst. Haken Sie ihn auf der Karte ab. Wir suchen jetzt Hilfe.“
intake-say-words = „Schreiben Sie bitte mit. Ihr Anrufer sagt { $caller }. Sie antworten { $called }.“
intake-word-caller = Ihr Anrufer sagt
intake-word-called = Sie antworten
intake-say-hang-up-call = „Sagt jemand das Wort nicht? Legen Sie auf, und rufen Sie { $phone } an. Wir fragen nie nach Passwörtern.“
intake-say-hang-up = „Sagt jemand das Wort nicht? Legen Sie auf. Wir fragen nie nach Passwörtern.“
intake-say-spoken = „Notieren Sie sechs Ziffern. Mit ihnen sehen Sie später, wer Ihnen hilft.“
intake-say-address = „Und das ist die Adresse Ihrer Statusseite. Geben Sie sie nicht weiter.“
intake-address-hint = Die Adresse ist lang. Die Wörter und die Ziffern sind wichtiger.
intake-say-calls = „Rufen Sie inzwischen in dieser Reihenfolge an. Diese Anfrage ersetzt keine Meldung.“
intake-to-incident = Zum Vorfall
incident-unverified = Rückruf offen
incident-verified = Bestätigt
incident-closed = Abgeschlossen
incident-waiting = wartet seit { $time }
incident-taken = in Arbeit
incident-take = Ich übernehme
incident-take-free = Noch kümmert sich niemand darum.
incident-take-own = Sie kümmern sich darum.
incident-take-named = { $who } kümmert sich seit { $time } darum.
incident-take-other = Jemand anderes kümmert sich seit { $time } darum.
incident-take-over = Ich übernehme stattdessen
incident-event-taken = Von der Koordinierungsstelle übernommen
notice-incident-taken-by-other = Jemand anderes war schneller. Wer sich kümmert, steht hier.
notice-incident-taken = Sie haben den Vorfall übernommen.
action-incident-taken = Vorfall übernommen
incident-asked = Angefragt { $asked }
incident-drill = Übung
incident-preline = Vorfall
incident-facts = Was wir wissen
incident-symptom = Was passiert ist
incident-phase = Phase
incident-severity = Schwere
incident-severity-of = { $n } von 5
incident-systems = Gestört
incident-services = Gestörte Fachverfahren
incident-place = Ort
incident-place-text = Der Ort steht noch nicht im Register. Wählen Sie die Gemeinde oder den Landkreis.
incident-place-typed = Angegeben: { $place }
incident-place-save = Ort festlegen
incident-contact = Kontakt
incident-contact-text = Der Zugriff steht danach im Protokoll.
incident-contact-show = Nummer zeigen
incident-contact-shown = Dieser Zugriff ist protokolliert.
incident-measures = Schon getan
incident-verify = Anfrage bestätigen
incident-verify-call = Rufen Sie an
incident-verify-say = Lesen Sie vor
incident-verify-hello = „Guten Tag, hier ist die Koordinierungsstelle. Mein Wort ist
incident-verify-ask = Welches Wort sehen Sie auf Ihrer Seite?“
incident-verify-never = Nennen Sie das zweite Wort nie selbst. Fragen Sie nie nach Passwörtern.
incident-verify-word = Gehörtes Wort
incident-verify-hear = Tragen Sie ein, was Sie hören
incident-verify-button = Nur bestätigen
incident-registered = Hinterlegte Nummern
incident-registered-show = Hinterlegte Nummern zeigen
incident-registered-text = Rufen Sie zuerst eine Nummer an, die vor dem Vorfall hinterlegt war.
incident-registered-none = Für diesen Ort ist keine Nummer hinterlegt.
incident-given = Vom Anrufer angegeben
incident-called = Welche Nummer haben Sie angerufen?
incident-called-registered = Hinterlegte Nummer
incident-called-other = Andere Nummer
incident-called-reason = Warum eine andere? (nur bei anderer Nummer)
incident-called-missing = Wählen Sie, welche Nummer Sie angerufen haben.
incident-called-reason-missing = Schreiben Sie in einem Satz, warum Sie eine andere Nummer angerufen haben.
incident-verify-begin = Bestätigen und Hilfe anfragen
incident-verify-plain = Bestätigen
incident-known-begin = Ohne Wort bestätigen und Hilfe anfragen
incident-known-plain = Ohne Wort bestätigen
incident-word-missing = Tragen Sie das gehörte Wort ein.
incident-word-wrong = { $left ->
    [0] Das ist nicht das Wort. Kein Versuch ist übrig.
    [one] Das ist nicht das Wort. Ein Versuch ist übrig.
   *[other] Das ist nicht das Wort. { $left } Versuche sind übrig.
}
incident-locked = Zu viele falsche Wörter. Dieser Rückruf beweist nichts mehr.
incident-locked-text = Rufen Sie eine hinterlegte Nummer an, oder bestätigen Sie nur, wen Sie kennen.
incident-known = Ich kenne die Person
incident-known-text = Bestätigen Sie nur, wenn Sie die Person an der Stimme erkennen. Ihr Grund liegt verschlüsselt beim Vorfall.
incident-known-reason = Woher kennen Sie die Person?
incident-known-button = Nur bestätigen, ohne Wort
incident-reason-missing = Schreiben Sie den Grund in einem Satz.
incident-reason-too-long = Kürzen Sie den Grund.
incident-how = Bestätigt
incident-how-code = { $at }, mit einem Notfallcode
incident-how-call-back = { $at }, durch Rückruf
incident-how-known = { $at }, die Person ist bekannt
incident-timeline = Verlauf
incident-timeline-none = Noch ist nichts geschehen.
incident-close = Vorfall abschließen
incident-close-text = Danach sucht niemand mehr Hilfe. Der Stand bleibt sieben Tage abrufbar.
incident-close-reason = Warum ist er abgeschlossen?
incident-close-button = Vorfall abschließen
incident-closing-missing = Wählen Sie, warum der Vorfall abgeschlossen ist.
incident-place-first = Wählen Sie zuerst den Ort.
incident-place-other = { $place }. Ist es ein anderer Ort? Legen Sie ihn fest, bevor Sie bestätigen.
incident-vouched = Begründung der Bestätigung
incident-event-asked = Hilfe angefordert
incident-event-code = Bestätigt mit einem Notfallcode
incident-event-call-back = Bestätigt durch Rückruf
incident-event-known = Bestätigt, die Person ist bekannt
incident-event-closed = Abgeschlossen: { $reason }
closing-done = Hilfe wird nicht mehr gebraucht
closing-withdrawn = Die Kommune nimmt die Anfrage zurück
closing-duplicate = Es ist derselbe Vorfall wie ein anderer
closing-not-genuine = Die Anfrage ist nicht echt
notice-incident-sought = Der Vorfall ist bestätigt. Hilfe ist angefragt.
notice-incident-verified = Der Vorfall ist bestätigt.
notice-incident-verified-before = Der Vorfall war schon bestätigt.
notice-incident-closed = Der Vorfall ist abgeschlossen.
notice-incident-place-set = Der Ort ist festgelegt.
action-incident-reported = Hilfe angefordert
action-incident-verified = Vorfall bestätigt
action-incident-verification-failed = Bestätigung eines Vorfalls gescheitert
action-incident-contact-revealed = Kontakt eines Vorfalls angesehen
action-incident-closed = Vorfall abgeschlossen
action-incident-place-set = Ort eines Vorfalls festgelegt
nav-help = Notfall
nav-incidents = Vorfälle

help-letter-drill = ÜBUNG ÜBUNG ÜBUNG
help-letter-asked-subject = Können Sie helfen?
help-letter-asked = { $register }: Jemand braucht Hilfe, und Sie passen dazu. Antworten Sie { $until }. Ein Nein braucht keinen Grund.
help-letter-release-subject = Eine Fachkraft Ihres Hauses möchte helfen
help-letter-release = { $register }: Eine Fachkraft aus Ihrem Haus hat einem Einsatz zugesagt. Geben Sie ihn frei oder lehnen Sie ihn ab. Antworten Sie { $until }.
help-call-release = { $register }: Eine Fachkraft aus Ihrem Haus hat einem Einsatz zugesagt und wartet auf Ihre Freigabe. Antworten Sie { $until }. Den Link haben wir Ihnen per E-Mail geschickt.
help-call-desk = { $register }: Jemand bittet um Hilfe und wartet auf die Koordinierungsstelle. Melden Sie sich bitte an und übernehmen Sie die Anfrage.
code-used-subject = Ein Notfallcode wurde benutzt
code-used = { $register }: Ein Notfallcode Ihrer Verwaltung wurde benutzt, { $day }, { $time } Uhr. Waren Sie das? Dann müssen Sie nichts tun.
code-used-phone = Wenn nicht, rufen Sie bitte gleich die Koordinierungsstelle an: { $phone }.
code-used-no-phone = Wenn nicht, rufen Sie bitte gleich die Koordinierungsstelle an.
help-letter-over-subject = Bedarf gedeckt
help-letter-over = { $register }: Der Bedarf ist gedeckt. Danke, dass Sie bereit waren. Sie müssen nichts mehr tun.
help-letter-nobody-subject = Es wird niemand mehr gebraucht
help-letter-nobody = { $register }: Es wird niemand mehr gebraucht. Danke, dass Sie bereit waren. Sie müssen nichts mehr tun.
help-call-first-call = Drücken Sie { $key } für Ja, ein Gespräch jetzt, bis zwei Stunden.
help-call-remote = Drücken Sie { $key } für Ja, aus der Ferne, ab sofort. Damit bestätigen Sie auch, dass Sie ausgeruht sind und Ihre 11 Stunden Ruhezeit einhalten.
help-call-no = Drücken Sie { $key } für Nein.
help-call-not-tonight = Drücken Sie { $key }, wenn wir Sie heute Nacht nicht mehr fragen sollen.
help-call-on-site = Drücken Sie { $key } für Ja, vor Ort, nachts ab 7 Uhr. Damit bestätigen Sie auch, dass Sie ausgeruht sind und Ihre 11 Stunden Ruhezeit einhalten.
reveals-alert = Anruf der Koordinierungsstelle, weil keine Nachricht Sie erreichte
help-letter-accepted-subject = Neues zu Ihrer Zusage
help-letter-accepted = { $register }: Es gibt Neues zu Ihrer Zusage. Ihr Einsatz ist angenommen. Öffnen Sie Ihre Seite: Dort steht, wen Sie anrufen.
help-letter-not-needed-subject = Zusage nicht gebraucht
help-letter-not-needed = { $register }: Es gibt Neues zu Ihrer Zusage. Ihre Zusage wird nicht gebraucht, danke. Sie müssen nichts mehr tun.
help-letter-called-off-subject = Bitte fahren Sie nicht los
help-letter-called-off = { $register }: Es gibt Neues zu Ihrer Zusage. Ihr Einsatz entfällt. Bitte fahren Sie nicht los. Ihre Seite zeigt den Stand.
help-letter-house-accepted-subject = Ein Einsatz ist angenommen
help-letter-house-accepted = { $register }: Der Einsatz einer Fachkraft aus Ihrem Haus ist angenommen.
help-letter-house-not-needed-subject = Ein Einsatz kommt nicht zustande
help-letter-house-not-needed = { $register }: Ein Einsatz einer Fachkraft aus Ihrem Haus kommt nicht zustande. Sie müssen nichts mehr tun.
help-letter-house-called-off-subject = Ein Einsatz entfällt
help-letter-house-called-off = { $register }: Der Einsatz einer Fachkraft aus Ihrem Haus entfällt. Die Fachkraft wird benachrichtigt.
help-letter-town-subject = Eine Fachkraft wartet auf Ihre Zusage
help-letter-town = { $register }: Eine Fachkraft wartet auf Ihre Zusage. Öffnen Sie Ihre Statusseite.
reveals-deployment = Einsatz, zu dem Sie Ja gesagt haben
action-expert-number-revealed = Nummer einer Fachkraft gezeigt, die keine Nachricht erreichte
action-incident-called-again = Koordinierungsstelle erneut zu einem Vorfall gerufen
action-incident-code-refused = Falscher Code auf der Seite einer Anfrage
action-alert-answered = Alarmierung beantwortet
action-alert-key-ignored = Tastendruck zu spät, nicht als Antwort genommen
action-alert-answer-undone = Antwort zurückgenommen
action-alert-expired = Alarmierung abgelaufen
action-alert-failed = Alarmierung nicht zustellbar
action-alert-stood-down = Alarmierung aufgehoben
action-help-request-created = Hilfeersuchen angelegt
action-help-request-begun = Alarmierung begonnen
action-help-request-filled = Bedarf gedeckt
action-help-request-reopened = Bedarf wieder offen
action-help-request-stood-down = Hilfeersuchen beendet
action-help-request-paused = Alarmierung angehalten
action-help-request-resumed = Alarmierung fortgesetzt
action-help-request-wave-asked = Nächste Welle verlangt
action-help-request-expert-chosen = Fachkraft ausgewählt oder übersprungen
action-need-wave-sent = Alarmierungswelle gesendet
action-deployment-agreed = Einsatz zugesagt
action-deployment-release-decided = Über Freigabe eines Einsatzes entschieden
action-deployment-released = Einsatz freigegeben
action-deployment-accepted = Einsatz angenommen
action-deployment-ended = Einsatz beendet

## Antwort einer Fachkraft (/a/…)
answer-title = Können Sie helfen?
answer-until = Antworten Sie bis { $until }.
answer-free = Sie müssen nicht helfen und nicht erreichbar sein. Ein Nein braucht keinen Grund. Ihr Arbeitgeber sieht es nicht.
answer-first-call = Ja, Telefonat jetzt (bis 2 Stunden)
answer-remote = Ja, aus der Ferne
answer-from = Aus der Ferne ab
answer-from-hint = Ohne Angabe: { $from }.
answer-on-site = Ja, vor Ort ab { $from }
answer-no = Nein
answer-not-tonight = Heute Nacht nicht mehr fragen
answer-rested = Ich bin ausgeruht. Meine 11 Stunden Ruhezeit halte ich ein.
answer-rested-for = (für Fern- und Vor-Ort-Einsatz nötig)
answer-undo-promise = Sie können Ihre Antwort 10 Minuten lang zurücknehmen.
answer-missing = Tippen Sie auf eine Antwort.
answer-not-rested = Setzen Sie das Häkchen, wenn Sie ausgeruht sind. Sonst bleibt das Telefonat.
answer-no-time = Geben Sie Tag und Uhrzeit an, oder lassen Sie das Feld leer.
answer-too-late = So spät hilft es nicht mehr. Geben Sie eine Zeit innerhalb eines Tages an.
answer-undo = Rückgängig
answer-undo-until = Möglich bis { $until }.
answer-undo-refused = Ihre Antwort lässt sich nicht mehr zurücknehmen. Können Sie doch nicht? Rufen Sie die Koordinierungsstelle an.
answer-expired = Die Zeit ist abgelaufen
answer-expired-text = Diese Anfrage lässt sich nicht mehr beantworten. Sie müssen nichts tun.
answer-stood-down = Bedarf gedeckt. Danke.
answer-stood-down-text = Sie werden dieses Mal nicht gebraucht. Sie müssen nichts tun.
answer-no-title = Danke für Ihre Antwort
answer-no-text = Sie müssen nichts mehr tun.
answer-not-tonight-text = Wir fragen Sie erst wieder ab 7 Uhr. Sie müssen nichts mehr tun.
answer-reserve = Danke. Sie sind in Reserve
answer-reserve-text = Andere waren schneller. Wird ein Platz frei, rücken Sie nach. Dann steht es hier.
answer-employer = Ihr Arbeitgeber wird gefragt
answer-employer-text = Danke für Ihre Zusage. Ihr Haus entscheidet bis { $by }. Dann steht es hier.
answer-town = Die Kommune wird gefragt
answer-town-text = Danke für Ihre Zusage. Die Kommune entscheidet bis { $by }. Dann steht es hier.
answer-committed = Zugesagt: { $place }
answer-call-by = Rufen Sie an. Gesprächsbeginn bis { $by }.
answer-begins = Ihr Einsatz beginnt: { $from }. Rufen Sie vorher an.
answer-call = Anrufen:
answer-proof = So weisen Sie sich aus
answer-words-caller = Sie rufen an und sagen zuerst:
answer-words-called = Ihr Gegenüber antwortet:
answer-over = Dieser Einsatz ist vorbei
answer-over-text = Danke, dass Sie geholfen haben.
answer-nothing = Sie werden dieses Mal nicht gebraucht
answer-not-released = Ihr Haus gibt den Einsatz nicht frei. Danke für Ihre Zusage. Sie müssen nichts mehr tun.
answer-declined = Die Kommune hat anders entschieden. Danke für Ihre Zusage. Sie müssen nichts mehr tun.
answer-lapsed = Es kam keine Entscheidung in der Zeit. Danke für Ihre Zusage. Sie müssen nichts mehr tun.
answer-withdrawn = Der Einsatz kommt nicht zustande. Danke für Ihre Zusage. Sie müssen nichts mehr tun.
asked-own-town = Eine Kommune, die Ihr Haus betreut, braucht Hilfe. Übernehmen Sie?
asked-where = Wo
asked-town = Kommune
asked-contact = Ansprechperson
asked-task = Gebraucht
asked-how = Wie
asked-first-call = Ein Telefonat, höchstens 2 Stunden
asked-begin = Beginn
asked-when = { $days ->
    [one] { $from }, für einen Tag
   *[other] { $from }, für { $days } Tage
}

## Freigabe durch den Arbeitgeber (/freigabe/…)
release-ask-title = { $alias } aus Ihrem Haus möchte helfen
release-ask-until = Entscheiden Sie bis { $until }. Sonst verfällt die Zusage.
release-who = Fachkraft
release-time = Zeit
release-order-travel = Mit der Freigabe ordnen Sie eine Dienstreise an.
release-order-remote = Mit der Freigabe ordnen Sie Fernhilfe an.
release-orders = Weisungen gibt weiter Ihr Haus.
insurance-title = Versicherung und Datenschutz
insurance-lead = Das steht bei jeder Freigabe. Die Nummer der Datenschutzbeauftragten sieht Ihr Haus auf der Statusseite, wenn es selbst Hilfe braucht.
insurance-accident = Unfallversicherung
insurance-accident-hint = Unfallkasse oder Berufsgenossenschaft. Freiwillig.
insurance-liability = Haftpflicht
insurance-liability-hint = Träger der Haftpflichtversicherung, zum Beispiel ein Kommunalversicherer. Freiwillig.
insurance-privacy = Datenschutzbeauftragte, Telefon
insurance-privacy-hint = Eine Nummer, die auch ohne Ihr Netz geht. Freiwillig.
notice-insurance-saved = Die Angaben sind gespeichert.
release-insured = Unfallversicherung: { $accident }. Haftpflicht: { $liability }.
release-not-kept = noch nicht hinterlegt
release-cost-extra = Die Kommune erstattet zusätzliche Kosten wie Fahrt, Unterkunft, Überstunden.
release-cost-rate = Die Kommune zahlt den vereinbarten Satz.
release-cost-call = Das erste Gespräch kostet nichts.
release-yes = Freigeben
release-remote = Nur aus der Ferne
release-no = Ablehnen
release-done = Freigegeben
release-done-text = Danke. Jetzt entscheidet die Kommune, bis { $by }.
release-accepted = Freigegeben und angenommen
release-accepted-text = Die Kommune hat angenommen. { $alias } ist zugesagt.
release-refused = Abgelehnt
release-refused-text = Ihr Haus hat den Einsatz abgelehnt. Sie müssen nichts mehr tun.
release-declined = Die Kommune hat abgelehnt
release-declined-text = Sie hat anders entschieden. Sie müssen nichts mehr tun.
release-lapsed = Die Zeit ist abgelaufen
release-lapsed-text = Es kam keine Entscheidung in der Zeit. Die Zusage ist verfallen.
release-withdrawn = Nicht mehr nötig
release-withdrawn-text = Der Einsatz kommt nicht zustande. Sie müssen nichts mehr tun.

## Wer einer Kommune hilft (/hilfe/…)
helpers-title = Fachkräfte
helpers-asked = { $n ->
    [0] Wir fragen jetzt Fachkräfte
    [one] Eine Fachkraft gefragt
   *[other] { $n } Fachkräfte gefragt
}
helpers-tasks = Wofür wir suchen
helpers-places = { $committed } zugesagt, { $open } offen
helpers-draft = Die Koordinierungsstelle stellt zusammen, wen Sie brauchen.
helpers-next-wave = Nächste Welle um { $at }
helpers-exhausted = Zurzeit passt niemand sonst. Wir suchen weiter.
helpers-paused = Die Koordinierungsstelle fragt gerade niemand Neues.
helpers-filled = Alle Plätze sind besetzt.
helpers-over = Diese Suche ist beendet.
helpers-decided = Das ist schon entschieden, oder es wird nicht mehr gefragt. Unten steht der Stand.
helpers-booked = Diese Fachkraft hat inzwischen anderswo zugesagt. Frei wieder ab { $from }. Wir suchen weiter.
person-call = Telefonat bis 2 Stunden
person-employer = Wartet auf die Freigabe des Arbeitgebers, bis { $by }.
person-town = Möchte helfen, ab { $from }. Entscheiden Sie bis { $by }.
person-late = Die Frist ist verstrichen. Wir suchen weiter.
introduction-employer = Wer entsendet
introduction-function = Funktion
introduction-reasons = Warum gefragt
person-calls = { $alias } möchte bis { $by } anrufen.
person-helps = { $alias } hilft ab { $from }.
person-accept = Annehmen
person-refuse = Ablehnen
person-objection = Diese Zusage gilt schon als angenommen. Widerspruch bis { $until }.
person-object = Widersprechen
spoken-ask = Ihr sechsstelliger Code
spoken-button = Name und Nummer zeigen
spoken-missing = Geben Sie die sechs Ziffern Ihres Codes ein.
spoken-wrong = { $left ->
    [0] Das ist nicht Ihr Code. Kein Versuch ist übrig.
    [one] Das ist nicht Ihr Code. Ein Versuch ist übrig.
   *[other] Das ist nicht Ihr Code. { $left } Versuche sind übrig.
}
spoken-locked = Zu viele falsche Codes. Rufen Sie die Koordinierungsstelle an.
spoken-shown = Dieser Zugriff ist protokolliert. Die Fachkraft sieht ihn.

## Ersuchen und Einsätze
nav-deployments = Einsätze
request-section = Hilfe anfordern
request-section-none = Noch ist niemand gefragt.
request-ask = Hilfe anfordern: Bedarf nach Leitfaden
request-ask-text = Zuerst entsteht ein Entwurf. Gefragt wird erst, wenn Sie „Jetzt alarmieren“ wählen.
request-change = Bedarf ändern
request-change-more = Weiteren Bedarf anfragen
request-made = Ersuchen von { $made }
request-one = Ersuchen
request-title = Hilfe für { $place }
request-draft = Entwurf
request-alerting = Alarmierung läuft
request-paused = Alarmierung ruht
request-filled = Alle Plätze zugesagt
request-over = Beendet
request-places = { $asked ->
    [one] { $committed } von { $asked } Platz zugesagt
   *[other] { $committed } von { $asked } Plätzen zugesagt
}
request-places-provisional = { $asked ->
    [one] { $committed } von { $asked } Platz zugesagt, { $provisional } vorläufig
   *[other] { $committed } von { $asked } Plätzen zugesagt, { $provisional } vorläufig
}
request-period = { $days ->
    [one] ab { $from }, einen Tag
   *[other] ab { $from }, { $days } Tage
}
request-ended = Beendet: { $reason }
request-draft-title = Noch ist niemand gefragt
request-draft-text = Sehen Sie nach, wer gefragt würde, oder alarmieren Sie sofort.
request-first-yes = In den ersten zwölf Stunden gilt die erste passende Zusage als angenommen. Sie können zehn Minuten lang widersprechen.
request-begin = Jetzt alarmieren
request-preview = Vorschau
request-preview-text = Diese Fachkräfte würden jetzt gefragt, jede auf dem Weg, den sie selbst gewählt hat.
request-preview-none = Niemand passt zurzeit. Ändern Sie den Bedarf, oder versuchen Sie es später.
request-waves = Alarmierung steuern
request-waves-text = Die nächste Welle geht von selbst hinaus. Sie können sie vorziehen oder anhalten.
request-paused-text = Niemand Neues wird gefragt. Wer gefragt ist, kann weiter antworten.
request-next-wave = Nächste Welle jetzt
request-next-wave-need = Nächste Welle nur für diesen Bedarf
request-pause = Pause
request-resume = Weiter
request-deployments = Zusagen
request-needs = Bedarf
request-nobody-asked = Noch ist niemand gefragt.
request-first-call = Erstgespräch am Telefon
request-wave-home = Heimdienstleister
request-unasked = Beim Arbeitgeber ist niemand hinterlegt, der freigeben kann. Ohne Freigabe verfällt die Zusage.
request-unasked-phone = Bereitschaft des Arbeitgebers:
request-asked = { $n } gefragt
request-wave = { $n }. Welle
request-next-at = Nächste Welle: { $at }
request-exhausted = Niemand sonst passt zurzeit.
request-nobody = Zurzeit passt niemand.
request-erased = Eintrag gelöscht
request-end = Ersuchen beenden
request-end-text = Alle Gefragten und Wartenden erfahren, dass der Bedarf gedeckt ist. Wer verbindlich zugesagt hat, bleibt.
request-end-reason = Warum endet es?
request-end-hint = Ein Satz, ohne Namen von Personen.
request-end-button = Ersuchen beenden
request-discard = Entwurf verwerfen
request-discard-text = Noch ist niemand gefragt. Der Entwurf bleibt mit Ihrem Grund beim Vorfall sichtbar.
request-discard-reason = Warum wird er nicht gebraucht?
request-needs-title = Bedarf ändern
request-needs-lead = Der Vorschlag folgt dem Leitfaden für solche Vorfälle. Ändern Sie, was bei Ihnen anders ist.
request-when = Wann
request-from = Beginn
request-from-hint = Leer heißt: sofort.
request-days = Tage
request-people = Personen
request-create = Ersuchen anlegen
request-nobody-kept = Behalten Sie mindestens einen Bedarf.
request-no-moment = Geben Sie Tag und Uhrzeit an, von jetzt an und höchstens zwei Jahre voraus.
alert-queued = wird gesendet
alert-sent = gesendet
alert-delivered = angekommen
alert-seen = gesehen
alert-answered = beantwortet
alert-expired = keine Antwort
alert-stood-down = nicht mehr gebraucht
alert-failed = nicht erreicht
alert-by-mail = E-Mail
alert-by-text = SMS
alert-by-voice = Anruf
alert-by-drop = Ablage (Demo)
alert-by-other = anderer Weg
alert-until = Antwort bis { $at }
alert-more = Antwort aufnehmen oder überspringen
alert-phone = Nummer zeigen
alert-phone-text = Keine Nachricht hat die Fachkraft erreicht. Der Zugriff steht danach im Protokoll, und sie sieht ihn.
alert-phone-none = Es ist keine Nummer hinterlegt.
alert-phone-once = Notieren Sie sich die Nummer: Sie steht nur jetzt hier.
alert-skip = Überspringen
spoken-label = Antwort am Telefon
spoken-choose = Bitte wählen
spoken-first-call = Ja, Telefonat jetzt (bis 2 Stunden)
spoken-remote = Ja, aus der Ferne
spoken-on-site = Ja, vor Ort
spoken-no = Nein
spoken-not-tonight = Heute Nacht nicht mehr fragen
spoken-rested = Die Fachkraft sagt, dass sie ausgeruht ist und elf Stunden Ruhezeit einhält
spoken-take = Antwort aufnehmen
spoken-choice-missing = Wählen Sie, was die Fachkraft gesagt hat.
spoken-not-rested = Fragen Sie, ob die Fachkraft ausgeruht ist. Sonst zählt die Zusage nicht.
spoken-does-not-fit = So wird die Hilfe hier nicht gebraucht. Wählen Sie eine andere Antwort.
pick-title = Selbst jemanden wählen
pick-alias = Kennung
pick-hint = Zum Beispiel K-7Q3FM
pick-button = Als Nächste fragen
pick-missing = Geben Sie eine Kennung ein.
pick-unknown = Diese Kennung gibt es nicht. Prüfen Sie die Zeichen.
pick-asked-before = Diese Fachkraft ist für diesen Bedarf schon gefragt worden.
pick-asked-elsewhere = Diese Fachkraft wird gerade für einen anderen Bedarf gefragt. Versuchen Sie es nach der Antwort noch einmal.
pick-not-eligible = Diese Fachkraft darf nicht gefragt werden: Am Eintrag oder an der Freigabe fehlt etwas.
pick-not-now = Diese Fachkraft wird zu dieser Zeit nicht gefragt.
pick-does-not-fit = Diese Fachkraft passt nicht zu diesem Bedarf oder ist dann nicht frei.
request-preview-phone = Kein Weg eingerichtet, bitte anrufen
deployments-title = Einsätze
deployments-lead = Zusagen und Einsätze, die neuesten zuerst. Den Ort sehen Sie, sobald alle zugesagt haben.
deployments-none = Noch gibt es keinen Einsatz.
deployments-older = Ältere Einsätze
deployments-request = Zum Ersuchen
deployments-period = { $from } bis { $until }
deployments-agreed = Zusage da. Der Arbeitgeber entscheidet bis { $until }.
deployments-released = Freigegeben. Die Kommune entscheidet bis { $until }.
deployments-accepted = Verbindlich zugesagt
deployments-calls = Verbindlich zugesagt, möchte bis { $at } anrufen
deployments-objection = Widerspruch möglich bis { $until }
deployments-refused = Abgelehnt
deployments-lapsed = Frist verstrichen
deployments-withdrawn = Zurückgezogen oder nicht mehr gebraucht
deployments-on-behalf = Sie antworten im Auftrag der Kommune. Fragen Sie sie vorher.
deployments-accept = Annehmen
deployments-refuse = Ablehnen
deployments-object = Widersprechen
deployments-show-contact = Kontakt ansehen
deployments-contact-hint = Wird im Protokoll festgehalten.
deployments-contact-helper = Wer Ihnen hilft
deployments-contact-asker = Wen Sie anrufen
deployments-contact-name = Name
deployments-contact-phone = Telefon
deployments-contact-no-phone = Keine Nummer hinterlegt. Rufen Sie die Koordinierungsstelle an.
deployments-contact-email = E-Mail
deployments-words-called = Ihr Anrufer nennt zuerst sein Wort: { $caller }. Sie antworten mit { $called }.
deployments-words-caller = Sie nennen zuerst Ihr Wort: { $caller }. Die Kommune antwortet mit { $called }.
deployments-words-wrong = Nennt jemand das Wort nicht: auflegen und die Koordinierungsstelle anrufen. Wir fragen nie nach Passwörtern.
deployments-contact-once = Diese Angaben stehen nur jetzt hier. Schließen Sie die Seite, wenn Sie sie nicht mehr brauchen.
deployments-back = Zurück
house-waiting = Einsätze, die auf Ihre Freigabe warten
house-waiting-none = Zurzeit wartet kein Einsatz auf Sie.
house-waiting-text = Mit der Freigabe ordnen Sie den Einsatz an. Weisungen gibt weiter Ihr Haus.
house-due = Antwort bis { $at }
house-release = Freigeben
house-remote = Nur aus der Ferne
house-refuse = Ablehnen
house-running = Freigegebene Einsätze
notice-request-made = Das Ersuchen ist angelegt. Noch ist niemand gefragt.
notice-request-begun = Die Alarmierung läuft.
notice-request-paused = Die Alarmierung ruht. Wer gefragt ist, kann weiter antworten.
notice-request-resumed = Die Alarmierung läuft weiter.
notice-wave-asked = Die nächste Welle geht jetzt hinaus.
notice-expert-picked = Vorgemerkt. Die Fachkraft wird als Nächste gefragt, wenn sie passt und frei ist.
notice-expert-skipped = Die Fachkraft wird übersprungen.
notice-spoken-answer-taken = Die Antwort ist aufgenommen.
notice-request-ended = Das Ersuchen ist beendet. Alle Gefragten erfahren es.
notice-request-discarded = Der Entwurf ist verworfen. Es war niemand gefragt.
notice-wave-moved-on = Das Ersuchen hat sich inzwischen bewegt. Eine zweite Welle ging nicht hinaus.
notice-request-moved-on = Das ging nicht mehr: Der Stand hat sich inzwischen geändert. Hier steht der neue.
notice-deployment-accepted = Angenommen. Beide Seiten sehen jetzt, wen sie anrufen.
notice-deployment-refused = Abgelehnt. Der Platz ist wieder offen.
notice-deployment-released = Der Einsatz ist freigegeben.
notice-release-refused = Abgelehnt. Jemand anderes wird gefragt.
notice-person-booked = Das geht nicht: Die Fachkraft ist in dieser Zeit schon anderswo zugesagt.
notice-own-release = Das geht nicht: Sie helfen hier selbst. Jemand anderes aus Ihrem Haus gibt frei.
notice-on-site-only = Das geht nicht aus der Ferne. Geben Sie den Einsatz frei oder lehnen Sie ihn ab.
## What is known of an incident, time limits, notes
field-no-term = „{ $typed }“ kennen wir nicht. Schreiben Sie jedes Verfahren in eine eigene Zeile.
field-no-moment = Geben Sie Tag und Uhrzeit an, zum Beispiel 1.12.2026, 14:20 Uhr.
letter-served-subject = Eine von Ihnen betreute Kommune bittet um Hilfe
letter-served = bei { $register } bittet eine Kommune um Hilfe, die Ihr Haus betreut. Die Anfrage ist bestätigt.
letter-served-where = Hier sehen Sie den Vorfall: { $address }
letter-served-over-subject = Vorfall abgeschlossen
letter-served-over = bei { $register } ist der Vorfall einer Kommune abgeschlossen, die Ihr Haus betreut.
letter-served-over-where = Hier steht, was war: { $address }
message-help-of-served-town = Eine betreute Kommune bittet um Hilfe
message-help-of-served-town-over = Der Vorfall einer betreuten Kommune ist abgeschlossen
incident-event-updated = Angaben geändert
incident-event-note = Notiz hinzugefügt
incident-event-provider = IT-Dienstleister informiert
incident-event-provider-over = IT-Dienstleister über den Abschluss informiert
incident-event-reported = Meldung abgegeben: { $report }
incident-event-primary-called = Koordinierungsstelle gerufen: die erste Kraft
incident-event-deputy-called = Koordinierungsstelle gerufen: die Vertretung
incident-event-third-called = Koordinierungsstelle gerufen: die dritte Kraft
incident-event-all-called = Koordinierungsstelle gerufen: alle
incident-event-help-begun = Fachkräfte werden gefragt
incident-event-wave-home = Eigener IT-Dienstleister: { $asked ->
    [one] eine Fachkraft gefragt
   *[other] { $asked } Fachkräfte gefragt
}
incident-event-wave = Welle { $number }: { $asked ->
    [one] eine Fachkraft gefragt
   *[other] { $asked } Fachkräfte gefragt
}
incident-event-released = Eine Fachkraft ist freigegeben
incident-event-committed = Eine Fachkraft ist fest zugesagt
incident-event-help-ended = Ein Einsatz ist beendet
incident-event-help-filled = Alle Plätze sind besetzt
incident-event-help-stood-down = Ersuchen beendet: Es wird niemand mehr gefragt
incident-event-help-not-needed = Bedarf gedeckt: Es wird niemand mehr gefragt
incident-event-help-withdrawn = Ersuchen beendet: Die Kommune nimmt die Anfrage zurück
incident-event-help-duplicate = Ersuchen beendet: derselbe Vorfall wie ein anderer
incident-event-help-not-genuine = Ersuchen beendet: falscher Alarm
incident-held-back = Wegen einer Ermittlung ohne Einzelheiten
incident-held-back-text = Die Polizei ermittelt. Einzelheiten, Notizen und Anlagen sehen nur die Kommune und die Koordinierungsstelle.
incident-investigation = Die Polizei ermittelt. Dienstleister und Land sehen nur Ort, Stand und Fristen.
incident-provider-told = IT-Dienstleister { $name } ist informiert.
incident-land-reads = Landesstelle liest mit
incident-provider-reads = IT-Dienstleister liest mit
incident-policy = Police { $number }
incident-land = Stellen Ihres Landes
incident-land-no-phone = Telefonnummer nicht bekannt
incident-land-checked = Zuletzt geprüft: { $day }
details-title = Angaben ändern
details-lead = Tragen Sie ein, was Sie wissen. Nichts davon ist Pflicht.
details-conflict = Jemand hat die Angaben inzwischen geändert.
details-conflict-text = Ihre Eingaben stehen noch unten. Prüfen Sie sie und speichern Sie noch einmal, wenn sie gelten sollen.
details-severity-unknown = Noch nicht bekannt
details-services-hint = Jedes Verfahren in eine Zeile, zum Beispiel Einwohnermeldewesen.
details-concerned = Sind personenbezogene Daten betroffen?
details-concerned-yes = Ja, möglicherweise
details-concerned-no = Nein, sicher nicht
details-concerned-unknown = Noch nicht bekannt
details-concerned-hint = Solange das nicht bekannt ist, läuft die Frist der DSGVO.
details-known = Bekannt seit
details-known-hint = Ab hier zählen die Fristen. Bleibt das Feld leer, zählen sie ab der Anfrage.
details-bound = Versicherung und eigene Verträge
details-bound-text = Das sehen nur Sie und die Koordinierungsstelle. Es liegt verschlüsselt beim Vorfall.
details-insurer = Cyberversicherung
details-policy = Policennummer
details-claims-phone = Telefon für Schadenmeldungen
details-contracts = Eigene Verträge
details-contracts-hint = Wer hilft Ihnen vertraglich, zum Beispiel bei der Wiederherstellung?
details-tlp = Weitergabe (TLP)
details-tlp-hint = Sagt allen Beteiligten, wem sie etwas weitersagen dürfen.
details-land = Landesstelle mitlesen lassen
details-provider = IT-Dienstleister informieren und mitlesen lassen
details-hold = Die Polizei ermittelt: Einzelheiten zurückhalten
details-hold-text = Dann sehen Dienstleister und Land nur noch Ort, Stand und Fristen.
tlp-clear = CLEAR: für alle
tlp-green = GREEN: für die Gemeinschaft der Beteiligten
tlp-amber = AMBER: für das eigene Haus und wen es betreut
tlp-amber-strict = AMBER+STRICT: nur für das eigene Haus
tlp-red = RED: nur für die Beteiligten persönlich
clocks-title = Gesetzliche Fristen
clocks-none = Zurzeit läuft keine Frist.
clocks-text = Die Rechnung hilft beim Erinnern. Sie ersetzt keine Rechtsberatung und meldet nichts.
clock-data-protection = Datenschutzaufsicht, 72 Stunden (Art. 33 DSGVO)
clock-early-warning = BSI, erste Meldung, 24 Stunden (§ 32 BSIG)
clock-notification = BSI, Meldung, 72 Stunden (§ 32 BSIG)
clock-final-report = BSI, Abschlussmeldung, ein Monat (§ 32 BSIG)
clock-due = Fällig: { $at }
clock-left-soon = noch weniger als eine Stunde
clock-left-hours = { $n ->
    [one] noch eine Stunde
   *[other] noch { $n } Stunden
}
clock-left-days = { $n ->
    [one] noch ein Tag
   *[other] noch { $n } Tage
}
clock-over-now = überfällig seit weniger als einer Stunde
clock-over-hours = { $n ->
    [one] überfällig seit einer Stunde
   *[other] überfällig seit { $n } Stunden
}
clock-over-days = { $n ->
    [one] überfällig seit einem Tag
   *[other] überfällig seit { $n } Tagen
}
clock-done = Meldung abgegeben am: { $at } (eingetragen: { $by })
clock-report = Meldung ist abgegeben
notes-title = Übergabenotizen
notes-none = Noch hat niemand etwas notiert.
notes-older = Ältere Notizen
note-label = Neue Notiz
note-hint = Alle Beteiligten lesen sie. Sie lässt sich nicht ändern. Schreiben Sie keine Passwörter hinein.
note-missing = Schreiben Sie die Notiz.
note-too-long = Kürzen Sie die Notiz auf 4.000 Zeichen.
note-send = Notiz hinzufügen
attachments-title = Anlagen
attachments-none = Noch gibt es keine Anlage.
attachments-save = Speichern
attachments-remove = Löschen
attachment-label = Foto oder PDF hinzufügen
attachment-hint = Zum Beispiel ein Foto des Bildschirms oder der Erpresserbrief. PDF, PNG oder JPEG, höchstens 5 MB; zusammen { $most } Dateien und { $megabytes } MB. Wer den Vorfall sieht, sieht auch die Anlagen; solange die Polizei ermittelt, nur die Kommune und die Koordinierungsstelle.
attachment-missing = Wählen Sie eine Datei aus, die nicht leer ist.
attachment-format = Diese Datei ist weder PDF noch PNG oder JPEG. Fotografieren Sie sie oder speichern Sie sie als PDF.
attachment-too-large = Diese Datei ist größer als 5 MB. Verkleinern Sie das Bild oder teilen Sie das PDF.
attachment-too-many = Mehr als { $most } Dateien gehen nicht. Löschen Sie zuerst eine.
attachment-full = Zusammen gehen höchstens { $megabytes } MB. Löschen Sie zuerst eine Datei oder nehmen Sie eine kleinere.
attachment-send = Datei hinzufügen
incident-event-attachment = Anlage hinzugefügt
notice-incident-attachment-added = Die Anlage ist hinzugefügt.
notice-incident-attachment-removed = Die Anlage ist gelöscht.
action-incident-attachment-added = Anlage zu einem Vorfall hinzugefügt
action-incident-attachment-read = Anlage eines Vorfalls angesehen
action-incident-attachment-removed = Anlage eines Vorfalls gelöscht
side-desk = Koordinierungsstelle
side-town = Kommune
side-provider = IT-Dienstleister
side-land = Landesstelle
notice-incident-updated = Die Angaben sind gespeichert.
notice-incident-note-added = Die Notiz ist hinzugefügt.
notice-incident-reported = Die Meldung ist als abgegeben eingetragen.
action-incident-updated = Angaben zu einem Vorfall geändert
action-incident-note-added = Notiz zu einem Vorfall hinzugefügt
action-incident-reported-to-authority = Gesetzliche Meldung als abgegeben eingetragen
action-incident-provider-told = IT-Dienstleister über einen Vorfall informiert
## Bereitschaft
nav-roster = Bereitschaft
roster-title = Bereitschaft
roster-lead = Wer im Dienst ist, wird bei einer Anfrage zuerst benachrichtigt.
roster-link = Bereitschaft ansehen
roster-back = Zurück zur Bereitschaft
roster-seat-primary = Erste Kraft
roster-seat-deputy = Vertretung
roster-seat-third = Dritte Kraft
roster-now = Jetzt im Dienst
roster-now-until = bis { $until }
roster-now-none = Es gibt noch keinen Dienstplan. Bei einer Anfrage werden alle sofort benachrichtigt.
roster-ran-out = Der Dienstplan ist am { $day } ausgelaufen. Bei einer Anfrage werden alle sofort benachrichtigt.
roster-now-nobody = Zurzeit ist niemand im Dienst. Bei einer Anfrage werden alle sofort benachrichtigt.
roster-take = Ich übernehme jetzt
roster-take-hint = Sie sind dann die erste Kraft, bis die laufende Schicht endet. Läuft keine: acht Stunden lang, längstens bis zur nächsten Schicht.
roster-take-own = Sie sind die erste Kraft.
roster-gaps = Lücken in den nächsten 14 Tagen
roster-gaps-none = Es gibt keine Lücken.
roster-gap-primary = Lücke: { $from } bis { $until }, niemand als erste Kraft
roster-gap-deputy = Lücke: { $from } bis { $until }, niemand als Vertretung
roster-gap-third = Lücke: { $from } bis { $until }, niemand als dritte Kraft
roster-plan = Geplante Schichten
roster-plan-none = Es ist keine Schicht geplant.
roster-period = { $from } bis { $until }
roster-remove = Streichen
roster-new = Schicht planen
roster-add = Schicht planen
roster-choose = Bitte wählen
roster-account = Wer
roster-seat = Platz
roster-from = Beginn
roster-until = Ende
roster-account-missing = Wählen Sie jemanden aus der Koordinierungsstelle.
roster-seat-missing = Wählen Sie den Platz.
roster-from-missing = Geben Sie Tag und Uhrzeit des Beginns an.
roster-until-missing = Geben Sie Tag und Uhrzeit des Endes an.
roster-order = Wählen Sie ein Ende nach dem Beginn.
roster-past = Diese Schicht ist schon vorbei.
roster-too-long = Planen Sie höchstens 31 Tage am Stück.
roster-too-far = Schichten lassen sich höchstens ein Jahr im Voraus planen.
roster-seat-taken = Diesen Platz hat in der Zeit schon jemand.
roster-twice = Diese Person hat in der Zeit schon einen anderen Platz.
roster-calendar-hint = Ihr Kalenderprogramm zeigt dann Ihre Schichten. Es ist dieselbe Adresse wie für Ihre Verfügbarkeit als Fachkraft.
notice-shift-added = Die Schicht ist geplant.
notice-shift-removed = Die Schicht ist gestrichen.
notice-duty-taken = Sie haben den Dienst übernommen.
action-incident-escalated = Koordinierungsstelle zu einem Vorfall gerufen
action-roster-planned = Dienstplan der Koordinierungsstelle geändert
action-roster-duty-taken = Dienst in der Koordinierungsstelle übernommen
calendar-duty-primary = Koordinierungsstelle: erste Kraft
calendar-duty-deputy = Koordinierungsstelle: Vertretung
calendar-duty-third = Koordinierungsstelle: dritte Kraft
status-desk = Koordinierungsstelle
status-desk-on-duty = Jemand ist im Dienst
status-desk-nobody = Zurzeit ist niemand im Dienst

## Ein Einsatz, von der Annahme bis zum Ende

deployment-one = Einsatz
deployment-from = Von
deployment-until = Bis
deployment-started = Begonnen
deployment-ended = Beendet
deployment-next = Was jetzt?
deployment-papers = Unterlagen
deployment-ends-soon = Dieser Einsatz endet in weniger als zwei Tagen. Verlängern Sie ihn, oder suchen Sie eine Ablösung.
deployment-successor = Eine Ablösung wird gesucht.
deployment-later-both = Verlängerung bis { $until } erbeten. Die Fachkraft und ihr Arbeitgeber antworten bis { $due }.
deployment-later-house = Verlängerung bis { $until } erbeten. Der Arbeitgeber antwortet bis { $due }.
deployment-later-expert = Verlängerung bis { $until } erbeten. Die Fachkraft antwortet bis { $due }.
deployment-later-agreed = Verlängert bis { $until }.
deployment-later-not = Die Verlängerung bis { $until } kommt nicht zustande. Suchen Sie eine Ablösung.
deployment-answer = Der Einsatz soll länger dauern. Sind Sie einverstanden?
deployment-agree = Ja, länger
deployment-refuse = Nein
deployment-answer-hint = Ein Nein braucht keinen Grund. Die Kommune erfährt nicht, wer abgelehnt hat.
deployment-start-at = Begonnen um
deployment-start-hint = Leer lassen, wenn es gerade losgeht.
deployment-start = Einsatz beginnt
deployment-extend-until = Länger bis
deployment-extend-hint = Höchstens sieben Tage mehr, vierzehn am Stück. Fachkraft und Arbeitgeber müssen zustimmen.
deployment-extend = Um Verlängerung bitten
deployment-successor-hint = Für dieselbe Aufgabe, ab dem Ende dieses Einsatzes. Sie sehen den Entwurf, bevor jemand gefragt wird.
deployment-seek-successor = Ablösung suchen
deployment-call-back = Zurückrufen
deployment-call-back-at = Zurück ab
deployment-call-back-hint = Bis dahin wird noch geholfen. Die Kommune wird sofort benachrichtigt.
deployment-end = Einsatz beenden
deployment-end-hint = Denken Sie vorher an die Übergabe. Danach können Zeiten und Kosten eingetragen werden.
deployment-end-now = Jetzt beenden
deployment-cancel = Einsatz absagen
deployment-cancel-hint = Der Einsatz hat noch nicht begonnen. Alle Beteiligten werden sofort benachrichtigt, der Platz wird wieder frei.
deployment-cancel-now = Jetzt absagen
deployment-moment-missing = Bitte nennen Sie Tag und Uhrzeit.
deployment-moment-range = Zu diesem Zeitpunkt geht es nicht. Bitte prüfen Sie Tag und Uhrzeit.
deployment-moment-block = Höchstens sieben Tage mehr auf einmal: spätestens { $latest }.
deployment-moment-rest = Höchstens vierzehn Tage am Stück: spätestens { $latest }.
deployment-moment-relieve = Nach vierzehn Tagen am Stück ist eine Ablösung nötig. Bitte suchen Sie eine.
deployment-moment-booked = Die Fachkraft ist dann anderswo zugesagt, frei ab { $free }.
deployments-active = Im Einsatz bis { $until }
deployments-returning = Zurückgerufen, hilft noch bis { $until }
deployments-ended = Beendet
deployments-cancelled = Abgesagt
deployments-open = Zum Einsatz
action-deployment-started = Einsatz begonnen
action-deployment-called-back = Fachkraft zurückgerufen
action-deployment-extension-asked = Um Verlängerung eines Einsatzes gebeten
action-deployment-extension-answered = Über Verlängerung eines Einsatzes entschieden
action-deployment-extended = Einsatz verlängert
action-deployment-successor-sought = Ablösung für einen Einsatz gesucht
answer-extension = Die Kommune bittet Sie, bis { $until } zu bleiben. Antworten Sie bis { $due }.
answer-started = Begonnen: { $at }
notice-deployment-started = Der Beginn ist vermerkt.
notice-deployment-ended = Der Einsatz ist beendet.
notice-deployment-cancelled = Der Einsatz ist abgesagt. Alle Beteiligten werden benachrichtigt.
notice-deployment-called-back = Der Rückruf ist vermerkt. Die Kommune wird benachrichtigt.
notice-extension-asked = Um Verlängerung wird gebeten.
notice-extension-answered = Ihre Antwort ist vermerkt.
help-letter-extension-asked-subject = Bleiben Sie länger?
help-letter-extension-asked = { $register }: Die Kommune bittet Sie, länger zu helfen. Ein Nein braucht keinen Grund. Bitte antworten Sie auf Ihrer Seite.
help-letter-extension-agreed-subject = Ihr Einsatz ist verlängert
help-letter-extension-agreed = { $register }: Ihr Einsatz ist verlängert. Ihre Seite zeigt, bis wann.
help-letter-extension-house-subject = Länger helfen: Ihre Freigabe fehlt
help-letter-extension-house = { $register }: Eine Fachkraft aus Ihrem Haus soll länger helfen. Bitte entscheiden Sie.
help-letter-town-ends-soon-subject = Ein Einsatz endet bald
help-letter-town-ends-soon = { $register }: Ein Einsatz bei Ihnen endet in zwei Tagen. Verlängern Sie ihn, oder suchen Sie eine Ablösung.
help-letter-town-extended-subject = Ein Einsatz ist verlängert
help-letter-town-extended = { $register }: Ein Einsatz bei Ihnen ist verlängert.
help-letter-town-not-extended-subject = Keine Verlängerung
help-letter-town-not-extended = { $register }: Die erbetene Verlängerung kommt nicht zustande. Suchen Sie eine Ablösung.
help-letter-town-called-back-subject = Eine Fachkraft wird zurückgerufen
help-letter-town-called-back = { $register }: Eine Fachkraft bei Ihnen wird zurückgerufen. Ihre Seite zeigt, bis wann sie hilft.
help-letter-town-called-off-subject = Ein Einsatz entfällt
help-letter-town-called-off = { $register }: Ein zugesagter Einsatz bei Ihnen entfällt. Wir suchen weiter, solange Ihr Ersuchen läuft.
help-letter-town-ended-subject = Ein Einsatz ist beendet
help-letter-town-ended = { $register }: Ein Einsatz bei Ihnen ist beendet.
person-until = Hilft bis { $until }: verlängern, beenden
person-asked-longer = Um Verlängerung bis { $until } wird gebeten.
person-no-time = Dieses Ende geht nicht: höchstens sieben Tage mehr, vierzehn am Stück.
