### Texts of the pages. Verb first, one thought a sentence.

## Frame
app-name = Kataster
app-claim = Experts for IT emergencies in municipalities
app-description = Register of experts for mutual aid between municipalities in IT incidents
skip = Skip to content
notice-signed-in = You are signed in.
notice-signed-out = You are signed out.
notice-password-set = Your password is set. Sign in.
notice-password-changed = Your password is changed.
notice-session-ended = The session has ended.
notice-others-ended = All other sessions have ended.
notice-token-revoked = The access key is revoked and works no more.
notice-second-factor-removed = The second factor is removed.
notice-passkey-added = The passkey is set up.
notice-passkey-removed = The passkey is removed.
notice-rotation-announced = The rotation is announced. A second person has to confirm it.
notice-rotation-confirmed = The rotation is confirmed.
notice-card-revoked = The card is revoked. No code works any more.
notice-replacement-asked = The new card is asked for. A second person confirms it.
notice-contact-added = The person is registered.
notice-contact-removed = The person is removed.
notice-contact-checked = Noted: the number is still right.
notice-contact-moved = The order is changed.
demo-notice = Demonstration: all people, organisations and incidents are invented.
signed-in-as = Signed in as
sign-out = Sign out
sign-in = Sign in
nav-main = Main menu
nav-footer = Legal
nav-search = Find experts
nav-match = Match help
nav-map = Map
nav-profile = My entry
nav-organisation = My organisation
nav-audit = Audit record
nav-accessibility = Accessibility
nav-privacy = Privacy
nav-imprint = Imprint
nav-status = Service status
theme-label = Appearance
theme-auto = Automatic
theme-light = Light
theme-dark = Dark
shortcuts = Keyboard shortcuts
shortcuts-on = They work while you are not writing in a field.
shortcuts-off = They are switched off.
shortcuts-where = Switch them on and off at the end of each page
shortcut-next = To the next case; Enter opens it
shortcut-previous = To the case before
shortcut-checklist = To the checklist
shortcut-verdict = To the verdict
shortcut-comment = To a new note
shortcut-queue = Back to all cases
shortcut-intake = Take a call down
shortcut-place = To the place
shortcut-phone = To the number to call back
shortcut-code = To the emergency code
operated-by = Operated by { $name }
undo = Undo
undo-until = possible until { $until }
breadcrumbs = You are here
breadcrumb-start = Start page
error-summary = Something needs correcting
title-problem = Error:
yes = Yes
no = No
name = Name
email = E-mail
phone = Telephone
mobile = Mobile
duty-phone = Duty number
none-given = Not given
not-set = The operator has not entered these details yet.
no-limit = No limit
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
days-a-year = { $n } person-days a year
as-of = As of: { $moment }

## Roles
role-expert = Expert
role-member-manager = Manager of a member organisation
role-requester = Municipality asking for help
role-vetter = Vetting office
role-coordinator = Coordination office
role-admin = System administration
role-auditor = Audit
role-land-liaison = Liaison of the Land

## First aid
first-aid-question = Your computers are encrypted?
call-desk = Coordination office
call-life = Danger to life and limb:

## Start
start-title = Help with IT emergencies in municipalities
start-heading = Find experts who help your municipality now.
start-lead = Municipalities help municipalities: vetted experts from public IT providers, by skill, distance and availability.
start-search-label = What is needed?
start-match-link = Match help
start-match-title = You do not know yet whom you need?
start-match-text = Name incident and place. You see who fits, why, and which team would be complete.
figure-experts = experts who can be found now
figure-members = member organisations
figure-lands = Länder with experts
about-title = What this register is
about-text-1 = When a town hall is attacked, the people who have solved this before are often missing. Other public bodies have them.
about-text-2 = Member organisations enter who can and may help. A vetting office checks each entry before it is found. All help is voluntary.
about-sign-in = Sign in to search
mask-title = How experts stay protected
mask-1-title = An alias, not a name.
mask-1-text = Whoever searches sees skills, Land and rough distance, never name, contact or employer.
mask-2-title = Name and number stay in the house.
mask-2-text = Only the expert and their employer see name and duty number.
mask-3-title = Every change is recorded.
mask-3-text = A record that nobody can change shows who did what and when.

## Error pages
error-preline = Error { $status }
error-lead-on = Where to go from here
error-to-start = To the start page with first aid
error-to-search = Find experts
error-to-sign-in = Sign in
error-to-status = See the service status
error-call = Call the coordination office:
error-request = Quote this number when you ask us: { $id }
error-not-found-title = There is no such page
error-not-found-text = Check the address. The entry may have been withdrawn, or your account may not see it.
error-forbidden-title = Your account may not do this
error-forbidden-text = Ask the manager of your organisation for the right role.
error-other-site-title = This request does not come from our pages
error-other-site-text = Open the page again and retry. This keeps other sites from using your session.
error-method-title = This page cannot be opened this way
error-method-text = Go back and use the buttons of the page.
error-gone-title = This link is no longer valid
error-gone-text = You need not do anything. The coordination office helps with questions.
error-invalid-title = The input is not right yet
error-invalid-text = Go back and check what you entered.
error-too-many-title = Too many requests
error-too-many-text = { $minutes ->
    [one] Wait a minute and try again.
   *[other] Wait { $minutes } minutes and try again.
}
error-internal-title = Something went wrong on our side
error-internal-text = Try again in a moment. We have recorded the error.
error-unavailable-title = The register is taking a break
error-unavailable-text = Try again in a minute. Your data is safe.

## Sign in
sign-in-title = Sign in
sign-in-lead = Sign in to find experts or to see your entry.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-email-missing = Enter your e-mail address, for example name@stadt.de.
email-of-somebody-missing = Enter the person's email address, for example name@stadt.de.
sign-in-password-missing = Enter your password.
sign-in-refused = Address and password do not belong together. Check both.
sign-in-too-many = { $minutes ->
    [one] Too many tries. Wait a minute.
   *[other] Too many tries. Wait { $minutes } minutes.
}
sign-in-help = You have no account? The manager of your organisation creates it.
sign-in-demo-title = Accounts of the demonstration
sign-in-demo-text = The passwords are in the file demo-credentials.json in the data folder.

## Password
password-new = New password
password-again = Repeat the new password
password-old = Current password
password-hint = At least { $n } characters. A whole sentence is a good password. Special characters are not needed.
password-missing = Enter a new password.
password-too-short = The password is too short. Use at least { $n } characters, best a whole sentence.
password-too-long = The password is too long. Use a shorter sentence.
password-too-easy = The password is easy to guess. Use a sentence only you know.
password-not-the-same = The two passwords differ. Enter the new one again.
password-wrong-old = The current password is not right. Enter it again.

## Invitation
invitation-title = Welcome
invitation-lead = Your account is ready. Choose your password, then you can sign in.
invitation-button = Set password
invitation-over-title = This link no longer works
invitation-over-text = It has been used already or has expired.
invitation-over-ask = You have no password yet? Ask the manager of your organisation for a new link.
invitation-over-sign-in = You have chosen one already? Then sign in.

## My account
account-title = My account
account-roles = Roles
account-roles-none = Your account has no role yet. Ask the manager of your organisation for one.
account-password = Change password
account-password-text = All other sessions end then.
account-second-factor = Second factor
account-second-factor-none = So far only the password protects your account. With a second factor, a stolen password is no longer enough.
account-second-factor-set-up = Set up a second factor
account-second-factor-since = Set up since { $day }
account-recovery-codes = { $n ->
    [one] 1 recovery code left
   *[other] { $n } recovery codes left
}
account-second-factor-remove = Remove the second factor
second-factor-wrong-password = The password is not right. Enter it again.
second-factor-wrong-code = The code is not right or was used already. Enter the next one.
second-factor-password-weak = Without a second factor your password is too short or too easy to guess. Change it first.
second-factor-code = Code of the app or recovery code
account-sessions = Sessions
account-sessions-text = Your account is signed in here. End what you do not know, then change your password.
session-started = Started
session-seen = Last used
session-current = This session
session-action = Action
session-end = End
session-end-of = Session since { $moment }
session-end-others = End all others
account-tokens = Access keys
account-tokens-text = With a key, a program works in your name. Do not give it to anybody.
account-tokens-none = You have no key yet.
token-new-title = Copy the key now
token-new-text = We show it only this once.
token-new-label = Your new key
token-label = Name
token-scopes = May
token-scope-read = Read
token-scope-write = Change
token-created = Made
token-expires = Valid until
token-last-used = Last used
token-never-used = Never
token-over = No longer valid
token-action = Action
token-revoke = Revoke
token-form-title = New key
token-form-name = Name
token-form-name-hint = What it is for, for example “query from the situation centre”.
token-form-scopes = What may it do?
token-form-days = How long is it valid?
token-form-button = Make key
token-name-missing = Give the key a name.
token-name-too-long = Shorten the name to at most { $n } characters.
token-scope-missing = Choose what the key may do.
token-days-wrong = Choose how long the key is valid.
token-too-many = You have very many keys already. Revoke one first.
token-wrong-password = The password is not right. No key was made.

## Second factor
totp-title = Set up a second factor
totp-lead = Signing in then also asks for six digits from your phone.
totp-step-app = Open an authenticator app on your phone.
totp-step-app-hint = Any app for one-time codes (TOTP) will do.
totp-step-scan = Scan the picture, or type the key.
totp-qr = Picture to scan. The same key stands beside it as text.
totp-secret = Key
totp-link = Open in the app on this device
totp-step-code = Enter the six digits from the app.
totp-code = Six digits
totp-step-password = Confirm that it is you
totp-wrong = The digits are not right. Wait for the next ones and enter those.
totp-button = Turn on the second factor
totp-back = Back to my account
recovery-title = Print these codes
recovery-done = The second factor is on.
recovery-text = Without your phone, you sign in with one of these codes. Each works once.
recovery-once = We show the codes only now. Keep the sheet safe, away from the computer.
recovery-codes = Recovery codes
recovery-for = For { $account }
recovery-print = Print this page
recovery-on = On to my account
code-title = Second step of signing in
code-lead = Open your authenticator app.
code-label = Code
code-hint = The six digits from the app, or a recovery code.
code-missing = Enter the six digits or a recovery code.
code-refused = The code is not right. Wait for the next one and enter that.
code-button = Sign in
code-help = Phone and codes lost? Two people of your organisation or the coordinators can vouch for you.
code-again = Sign in with another account

## Passkeys and confirming
account-passkeys = Passkeys
passkeys-text = With a passkey you sign in by fingerprint, face or device PIN. Fake pages cannot steal it.
passkeys-none = You have no passkey yet.
passkeys-confirm = Confirm and set up a passkey
passkeys-not-here = Passkeys need an address with a name. The operator has to set it.
passkey-add = Set up a passkey
passkey-created = Added
passkey-remove = Remove
passkey-of = Passkey of { $day }
passkey-last-password = Password, which then protects alone
passkey-sign-in = Sign in with a passkey
passkey-failed = That did not work. Try again, or take the other way.
passkey-elsewhere = Passkeys work at this address only:
passkey-no-script = Passkeys need JavaScript turned on.
passkey-refused = We do not know this passkey here. Try again, or use your password.
passkey-setup-title = Set up a passkey
passkey-setup-lead = With your role you see a lot. So you need a passkey.
passkey-setup-confirm = You have a passkey, but signed in without it.
passkey-setup-lost = The device is lost? You proved who you are and can set up a new passkey.
recovery-renew = Make new recovery codes
totp-or-passkey = Simpler and safer:
code-instead = Without a passkey: with a code
confirm-title = Confirm that it is you
confirm-lead = This has consequences for your account or for others. So we ask again.
confirm-why = The confirmation holds for ten minutes.
confirm-passkey = Confirm with a passkey
confirm-without = Without a passkey
confirm-recovery-code = Recovery code
confirm-button = Confirm
confirm-passkey-needed = The app's digits are not enough here. Use your passkey or a recovery code.

## Recovery by two people
recover-title = Give somebody access again
recover-lead = Somebody lost phone, passkey and codes? Two people vouch, then the account begins anew.
recover-step-1 = Talk to the person you know. A mail is not enough.
recover-step-2 = Enter their mail address. A second person does the same here within 24 hours.
recover-step-3 = The second person gets the link and hands it over in person or by telephone.
recover-email = Mail address of the account
recover-cause = What happened?
recover-cause-lost = Device lost
recover-cause-stolen = Device stolen
recover-cause-replaced = Device broken or replaced
recover-cause-missing = Choose what happened.
recover-not-yours = There is no account with this address you could vouch for.
recover-same-person = You vouched already. Now a second person has to enter the same address.
recover-button = Vouch for this person
recover-first-title = One person vouches. A second is missing.
recover-first-text = Ask a second person to enter the same address here. They can until { $until }.
recover-second-title = Two people vouch.
recover-link = Link for a new beginning
recover-second-text = We show the link only now. It works for 24 hours and once. Hand it over in person or by telephone, not by mail.

## Audit record
audit-title = Audit record
audit-lead = Here stands who did what and when. The newest is on top.
audit-filter = Filter
audit-any = Everything
audit-entries = Entries
audit-caption = Entries of the audit record
audit-actor = Who
audit-action = What
audit-subject = About
audit-from = From
audit-until = Until
audit-apply = Show entries
audit-reset = Show all entries
audit-export = Download as a file
audit-number = Number
audit-at = When
audit-details = Details
audit-none = Nothing is recorded yet.
audit-none-filtered = There is no entry for this. Change the filter.
audit-day-unreadable = A day cannot be read. Write it like this: 2026-05-01.
audit-pages = Older and newer entries
audit-older = Older
audit-newer = Newer
action-account-created = Account created
action-account-invited = Invitation made
action-account-password-set = Password set
action-account-password-changed = Password changed
action-account-second-factor-set = Second factor turned on
action-account-second-factor-removed = Second factor removed
action-account-recovery-code-used = Signed in with a recovery code
action-account-passkey-added = Passkey set up
action-account-passkey-removed = Passkey removed
action-account-recovery-codes-renewed = New recovery codes made
action-account-recovery-begun = First person vouched for an account
action-account-recovery-confirmed = Recovery released
action-account-recovered = Account recovered
action-session-confirmed = Session confirmed
action-token-issued = Access key made
action-token-revoked = Access key revoked
action-session-started = Signed in
action-session-ended = Session ended
action-session-refused = Sign-in refused
action-session-second-factor-refused = Code refused
action-account-password-refused = Current password refused
action-audit-export-begun = Download of the audit log begun
action-audit-exported = Audit log downloaded
action-keys-rotation-announced = Key rotation announced
action-keys-rotation-confirmed = Key rotation confirmed
action-keys-rotation-begun = Key rotation begun
action-keys-version-added = New key made
action-keys-rotated = Key rotation ended
action-keys-retirement-begun = Removal of an old key begun
action-keys-retired = Old key removed
action-access-denied = Access denied
action-organisation-created = Organisation created
action-organisation-changed = Organisation changed
action-organisation-struck = Organisation reported as struck
action-organisation-recovered = Organisation no longer struck
action-expert-created = Entry of an expert created
action-expert-changed = Entry of an expert changed
action-expert-availability-set = Availability set
action-expert-confirmed = Details confirmed
action-expert-linked = Entry linked to an account
action-expert-identity-revealed = Name and contact shown
action-expert-submitted = Entry submitted for vetting
action-vetting-assessed = Entry assessed
action-vetting-decided = Admission decided
action-vetting-undone = Assessment taken back
action-vetting-withdrawn = Application withdrawn
action-vetting-appealed = Rejection appealed
action-vetting-revocation-opened = Revocation opened
action-vetting-revocation-lapsed = Urgent revocation ended unconfirmed
action-vetting-commented = Note on a case written
action-vetting-ticked = Checklist ticked
action-emergency-card-issued = Emergency card issued
action-emergency-card-revoked = Emergency card revoked
action-emergency-card-replacement-asked = New emergency card asked for
action-emergency-card-replaced = Emergency card replaced
action-conditions-accepted = Conditions of deployment accepted
action-emergency-code-redeemed = Emergency code redeemed
action-emergency-code-refused = Emergency code refused
action-emergency-code-alert-sent = Contacts told of an emergency code
action-emergency-code-alert-failed = Contacts not reached about an emergency code
action-emergency-code-alert-not-sent = Contacts not told of an emergency code
action-emergency-contact-added = Emergency contact registered
action-emergency-contact-removed = Emergency contact removed
action-emergency-contact-checked = Emergency contact checked
action-emergency-contact-moved = Order of emergency contacts changed
action-emergency-contacts-revealed = Emergency contacts looked at
action-reference-installed = Reference data installed
action-demo-begun = Demonstration begun
action-demo-filled = Demonstration filled
action-account-exported = Copy of own data taken
action-account-erased = Account erased
action-account-erased-again = Account erased again after restoring a backup
action-expert-erased = Entry erased
action-expert-erased-again = Entry erased again after restoring a backup
action-expert-restricted = Entry rests
action-expert-unrestricted = Entry no longer rests
action-expert-private-contact-set = Private contact changed
action-consent-given = Consent given
action-consent-withdrawn = Consent withdrawn
action-privacy-affected-listed = Persons affected listed

## Service status
status-title = Service status
status-well = Everything works
status-unwell = There is a disruption
status-unwell-text = We are working on it. In an emergency, call.
status-checked = Checked: { $moment }
status-database = Database
status-database-up = Reachable
status-database-down = Not reachable
status-search = Search
status-search-ready = Ready, all changes are in
status-search-behind = { $changes ->
    [one] Ready, one change is missing
   *[other] Ready, { $changes } changes are missing
}
status-search-not-ready = Not ready yet
status-as-of = Last change in search
status-reference = State of the places
status-version = Version

## Imprint
imprint-title = Imprint
imprint-demo = This is a demonstration on one's own computer. It is not a public service.
imprint-publisher = Who is responsible
imprint-represented-by = Represented by
imprint-supervised-by = Supervision
imprint-sources = Where the reference data comes from
imprint-sources-text = Places, maps and terms are based on these sources:
imprint-design = Design: KERN UX standard (EUPL-1.2). Typeface: Fira Sans (OFL-1.1). Interaction: htmx (0BSD).
imprint-software = Software
imprint-licence = Kataster is free software under the EUPL-1.2.
imprint-source-code = See the source code

## Privacy
privacy-title = Privacy
privacy-lead = This page says which data the register handles, why and for how long.
privacy-who = Who is responsible
privacy-who-text = These bodies decide about the data together (Article 26 GDPR):
privacy-processor = { $name } runs the servers on their behalf (Article 28 GDPR).
privacy-lead-body = { $name } answers first. You can claim all your rights there.
privacy-purposes = What we use data for
privacy-data = Data
privacy-basis = Legal basis
privacy-readers = Who sees it
privacy-kept = How long
privacy-rights-how = Most of it works at once and without a request:
privacy-officer = The data protection officer answers questions:
privacy-visit = When you visit these pages
privacy-visit-text = All content comes from this server. There are no statistics services, no advertising and no connections to third parties.
privacy-cookies = Cookies
privacy-cookies-text = We set only cookies without which something would not work. That is why we do not ask for permission.
privacy-cookie-session = kataster: keeps you signed in until you sign out or the session ends.
privacy-cookie-notice = meldung: tells on the next page what has just been done, and then goes.
privacy-cookie-theme = thema: remembers light or dark appearance.
privacy-cookie-shortcuts = tasten: remembers whether keyboard shortcuts are switched off.
privacy-cookie-help = hilfe: keeps the code for 30 days on the phone with which you ask for help.
privacy-cookie-language = lang: remembers the language.
privacy-draft = Your browser keeps ready what you type under “Ask for help”: on this device alone and for at most 30 minutes. It never keeps the emergency code.
privacy-experts = When you are entered as an expert
privacy-experts-text = Your entry rests on your consent. You can withdraw it at any time; the entry is then no longer found.
privacy-rights = Your rights
privacy-rights-text = You can ask for access, correction, deletion and restriction, and take your data with you.
privacy-authority = You can complain to: { $name }.

## Accessibility
accessibility-title = Accessibility statement
accessibility-lead = Everybody shall be able to use the register, under pressure, on a phone and without a mouse.
accessibility-state = State of conformance
accessibility-state-text = The measure is WCAG 2.2 level AA and BITV 2.0. Each page is tested automatically with each change: light and dark, narrow and wide, by keyboard and without scripts.
accessibility-checked = Last own test: { $day }.
accessibility-unchecked = A test by an independent body is still to come.
accessibility-barriers = Known barriers
accessibility-no-barriers = We know of no barriers at present. Texts in plain language and sign language are still missing.
accessibility-feedback = Report a barrier
accessibility-feedback-text = Write to us what does not work. We answer within four weeks:
accessibility-enforcement = Arbitration
accessibility-enforcement-text = If our answer does not help, turn to:

## Search
search-title = Find experts
search-label = What is needed?
search-button = Search
search-hint = Task, system or role, for example “restore Veeam”.
search-shortcut = The “/” key leads here.
filters = Filters
filters-apply = Apply filters
facet-role = Role
facet-domain = Domain
facet-procedure = Administrative procedure
facet-product = Product
facet-certification = Certificate
facet-language = Language
facet-land = Land
facet-availability = Availability
facet-mode = Way of working
facet-selected = chosen
facet-any = Any
facet-more = { $n } more
facet-count-few = < 3
facet-count-unit = { $n ->
    [one] hit
   *[other] hits
}
chips-label = Filters in force
chip-remove = Remove filter:
chips-reset = Remove all filters
place-label = Place
place-hint = Town, municipality, district or postcode.
place-missing = Say where help is needed, for example Köthen.
place-unknown = We do not know “{ $text }”. Do you mean one of these places?
place-unknown-at-all = We do not know “{ $text }”. Check the spelling, or enter the postcode.
place-is-land = “{ $text }” is a Land. Enter a town, a municipality or a Kreis.
place-ambiguous = There are several places called “{ $text }”. Choose the right one:
place-suggestion-one = 1 suggestion. Choose with the arrow keys.
place-suggestion-many = # suggestions. Choose with the arrow keys.
place-suggestion-none = No place found.
radius-label = Within
radius-any = Any distance
radius-km = up to { $km } km
min-level-label = At least level
min-level-any = Any
min-level = { $level } · { $meaning }
level-1 = knows
level-2 = works under guidance
level-3 = works alone
level-4 = leads
sort-label = Sort by
sort-relevance = Fit
sort-distance = Distance
sort-availability = Availability
results-count = { $n ->
    [0] No hits
    [one] 1 hit
   *[other] { $n } hits
}
results-behind = Search is not quite up to date. As of: { $moment }.
results-suggestions = Did you mean:
results-relaxed = Nobody matches all words. These experts match some of them.
results-none = We have found nobody for this yet.
results-none-reset = Search without filters
results-none-match = Describe the incident and match help
results-none-map = Look at the map
pagination-label = Pages
pagination-page = Page
pagination-previous = Back
pagination-next = Next

## Card of an expert
readiness-now = Available at once
readiness-24h = Available within 24 hours
readiness-72h = Available within 72 hours
readiness-later = Available later
readiness-remote = Remote only
readiness-none = Not available
availability-from = { $state }, from { $day }
mode-on-site = On site
mode-remote = Remote
mode-either = On site or remote
distance = about { $km } km
capacity = { $n ->
    [one] 1 person
   *[other] { $n } people
}
evidence-self = own statement
evidence-employer = confirmed by the employer
evidence-certified = certified
evidence-deployment = proven in deployment
skill-level = Level { $level }, { $meaning }
card-why = Fits because:
card-more-skills = { $n ->
    [one] and 1 more skill
   *[other] and { $n } more skills
}
card-confirmed = Confirmed { $month }
certification-expired = expired
certification-until = valid until { $day }
expert-skills = Skills
expert-facts = At a glance
expert-languages = Languages
expert-certifications = Certificates
expert-confirmed = Details confirmed
expert-masked-title = Why no name?
expert-masked-text = You see name and duty number only once the expert has accepted and the employer agrees.

## My entry
profile-title = My entry
profile-public = What others see
profile-identity = Who you are
profile-identity-hint = Only you and your employer see this until you accept a deployment. If no message reaches you in an emergency, the coordination office sees one number.
profile-nameless = { $n ->
    [one] An offer without names: 1 person.
   *[other] An offer without names: { $n } people.
}
profile-deployment = Deployment
profile-base = Based at
profile-base-radius = { $place }, up to { $km } km
profile-max-days = Longest deployment
profile-night = Ask at night
profile-release = Release by the employer
release-none = Not given
release-each-time = Asked for each deployment
release-standing = Given permanently
release-standing-days = { $days ->
    [one] Given permanently, up to 1 day a year
   *[other] Given permanently, up to { $days } days a year
}
standing-eligible = Your entry is found
standing-missing = { $n ->
    [one] Your entry is not found yet: 1 step is missing
   *[other] Your entry is not found yet: { $n } steps are missing
}
standing-admitted = Admission holds until { $day }
standing-consent = Consent holds until { $day }
standing-confirmed = Last confirmed: { $day }
missing-vetted = The vetting office is checking your entry. You need do nothing.
missing-consent = Give your consent.
missing-confirmed = Confirm that your details still hold.
missing-participation = Your employer settles the participation of the staff council.
missing-release = Your employer releases you.
missing-employer-struck = Your own organisation is affected right now. You will be found again afterwards.

## Organisation
organisation-member = Member organisation
organisation-struck = Affected itself since { $moment }.
organisation-struck-text = Meanwhile your experts are neither found nor asked.
organisation-team = Experts
organisation-team-empty = Nobody is entered yet.
organisation-team-hidden = Managers of the organisation see the list.
organisation-alias = Alias
organisation-headline = Short description
organisation-found = Is found
organisation-facts = Details
organisation-legal-form = Legal form
organisation-participation = Participation of the staff council
organisation-days = Gives at most
organisation-home-providers = Own IT providers
organisation-serves = Serves
organisation-serves-whole = completely
organisation-kind-it-provider = Municipal IT provider
organisation-kind-municipality = Town or municipality
organisation-kind-district = District
organisation-kind-association = Association of municipalities
organisation-kind-special-purpose = Special-purpose association
organisation-kind-municipal-company = Municipal company
organisation-kind-land = Authority of a Land
organisation-kind-federal = Federal authority
organisation-kind-company = Company
legal-form-territorial = Territorial authority
legal-form-special-purpose = Special-purpose association
legal-form-public-institution = Institution under public law
legal-form-municipal-enterprise = Municipal enterprise
legal-form-state-authority = Authority
legal-form-gmbh = GmbH
legal-form-eg = Registered cooperative
legal-form-ag = Stock corporation
legal-form-registered-association = Registered association
legal-form-other = Other legal form
participation-not-needed = Not needed
participation-asked = Asked
participation-agreed = Agreed
participation-refused = Refused

## Match
match-title = Match help
match-heading-for = Help for { $place }
match-lead = Say what happened and where. You see who fits, why, and which team would be complete. Nobody is asked by this.
match-symptom = What happened?
match-symptom-missing = Choose what happened.
match-no-need-kept = Choose at least one need.
match-desired-below-min = Desire at least as many people as are needed.
match-phase = How far has it gone?
phase-acute = Acute
phase-acute-hint = The attack is going on or was just discovered.
phase-emergency = Emergency operation
phase-emergency-hint = What matters most must work again.
phase-rebuild = Rebuilding
phase-rebuild-hint = Set up systems safely.
match-days = For how many days?
match-button = Show fitting help
match-again = Match again
match-change = Change details
match-needs = Who is needed
match-needs-hint = This proposal follows the playbook for such incidents. Change what differs for you.
match-min = At least
match-desired = Better
match-skills = { $n ->
    [one] 1 skill and its level
   *[other] { $n } skills and their levels
}
match-required = required
match-languages = All speak (B2 or better)
match-eligible = { $n ->
    [0] nobody fits
    [one] 1 fits
   *[other] { $n } fit
}
match-nobody = Nobody fits this right now.
match-relaxation = This would help:
match-why = Why this expert?
match-score = { $n } of 100
match-excluded-some = Who does not fit
match-excluded = { $n ->
    [one] 1 expert does not fit
   *[other] { $n } experts do not fit
}
factor-weight = counts { $n } %
factor-skill = Skill
factor-travel = Travel
factor-product = Products and procedures
factor-availability = Availability
factor-response = Answers so far
factor-fairness = Rest
factor-freshness = Recent details
factor-legal = Same law of the Land
team-title = Proposed team
team-complete = Complete
team-incomplete = Not complete yet
team-need = Need
team-who = Who
team-places = Places
team-nobody = Nobody found
team-filled = { $filled } of { $of } filled
team-open = { $n ->
    [one] 1 is missing
   *[other] { $n } are missing
}
team-missing = Experience is missing with:
team-proven = Among the best experts there is no better team.

## Map
map-title = Map
map-lead-few = Fewer than 3 experts are found now. Choose a Land to search there.
map-lead = { $n ->
    [one] 1 expert is found now.
   *[other] { $n } experts are found now.
} Choose a Land to search there.
map-label = Map of the Länder. The same numbers are in the table.
map-caption = The stronger the colour, the more experts. Small Länder are grouped, so that nobody is recognised.
map-table = Experts by Land
map-count = Experts
map-lead-kreise = { $n ->
    [one] 1 entry, even if it is not found now.
   *[other] { $n } entries, including those that are not found now.
} Choose a Kreis to search there.
map-label-kreise = Map of the Kreise. The same numbers are in the table.
map-caption-kreise = The stronger the colour, the more entries. Only coordinators and vetters see Kreise.
map-table-kreise = Entries by Kreis
map-kreis = Kreis
map-count-kreise = Entries

## Emergency card
nav-town = My municipality
nav-cards = Emergency cards
nav-emergency-card = Emergency card
card-title = Emergency card
about-card-title = The emergency card
about-card-lead = In an attack e-mail, telephones and computers are often gone. The emergency card is made of paper and works all the same.
about-card-use = How to use the card
about-card-use-1 = Take a private mobile phone. Scan the picture, or type the address from the card.
about-card-use-2 = Type one of the ten codes and tick it off. Upper or lower case does not matter. Each code works once.
about-card-use-3 = That confirms your request. Known contacts of your municipality are asked: “Was that you?”
about-card-without = No card at hand?
about-card-without-text = You get help all the same. The coordination office calls you back on a number your municipality registered before.
proof-title = How you know who is calling
proof-text = Your caller says their word first. You answer with yours. If somebody does not say the word: hang up and call the coordination office.
proof-never = We never ask for passwords.
about-card-get = How your municipality gets a card
about-card-get-text = Your IT provider or the coordination office issues it. Your municipality accepts the conditions of deployment once.
about-card-keep = How to keep the card
about-card-keep-1 = Print it and do not save it.
about-card-keep-2 = Put it where the incident lead can reach it at night, for example with the alarm plan.
about-card-keep-3 = Card lost? Have it revoked at once. A new one is always issued by two people together.
cost-free = The first call is free.
cost-extra = Official assistance: you pay only additional costs such as travel, lodging and overtime.
cost-rate = You pay the agreed rate of the provider.
cost-title = What does it cost?
cost-text = The first call is free. After that the framework agreement applies: for official assistance only additional costs such as travel, lodging and overtime, for providers the agreed rate. Before each deployment you see an estimate and say yes or no.
conditions-title = Conditions of deployment
conditions-lead = Your municipality accepts these conditions once, before anything happens. Then nobody has to negotiate at night.
conditions-version = Version { $version }, valid since { $day }
conditions-template = This text is a template and no legal advice. A legal review is still due. The German text is the one that counts.
conditions-read = Read the conditions
calls-title = Call in this order
calls-1 = Your IT provider: { $provider }
calls-2 = Your cyber insurance, before strangers touch the systems: { $number } policy: { $policy }
calls-land = The Land’s office for IT security
calls-police = Police, central contact for cybercrime (ZAC)
calls-5 = Data protection officer: { $number }
calls-note = Your request goes on. It replaces no notification.
card-works = The card is valid
card-revoked = The card is revoked
card-missing = No card yet
card-none = There is no emergency card yet.
card-number = Card number
card-issued = Issued
card-issued-by = { $day }, { $by }
card-issued-own = by the municipality itself
card-issued-provider = by the IT provider
card-issued-office = by the coordination office or system administration
card-ended = Revoked
card-codes-left = Codes left
card-codes-left-of = { $n } of 10
card-accepted = Version { $version }, accepted on { $day }.
replacement-title = New card asked for
replacement-asked = Asked for: { $asked }. A second person confirms until { $until }.
replacement-by-you = You asked. Have a second person sign in and confirm: from your house, your IT provider or the coordination office.
replacement-confirm-text = Once you confirm, the old codes work no more. You see the new ones this once only. Have a printer ready.
replacement-confirm = Confirm and show the new card
replacement-waits = New card asked for
replacement-ask-title = Ask for a new card
replacement-ask-text = You need a new card when the old one is lost or its codes run short. A second person confirms within 24 hours. Until then the old card stays valid.
replacement-ask = Ask for a new card
revoke-title = Revoke the card
revoke-text = Card lost, or seen by somebody? Once revoked, no code works any more, at once. This cannot be undone.
revoke = Revoke the card now
issue-title = Issue an emergency card
issue-button = Issue an emergency card
issue-where = For which municipality do you issue a card?
issue-on = Continue
issue-for = You issue the first card of { $name }.
issue-once = You see the ten codes only once. Have a printer ready.
issue-and-show = Issue and show the card
acceptance-title = { $name } accepts the conditions of deployment
acceptance-text = Somebody who may sign for the municipality has read and accepted the conditions.
acceptance-name = Who signed?
acceptance-name-hint = Given and family name. We store it encrypted.
acceptance-function = In which function?
acceptance-function-hint = For example mayor or head of office.
acceptance-day = When?
acceptance-confirm = { $name } has accepted the conditions of deployment as they stand. The signed paper is at hand.
acceptance-name-wrong = Give given and family name, at most 120 characters.
acceptance-function-wrong = Give the function, for example mayor.
acceptance-day-wrong = Enter the day it was signed: not before the first day of this version, not in the future.
acceptance-not-confirmed = Confirm that the conditions are accepted.
acceptance-has-card = This municipality had a card before. Ask for a new one; a second person confirms it.
acceptance-not-yours = You issue no card for this place. Choose a municipality you serve.
cards-title = Emergency cards
cards-lead = Municipalities with an emergency card. Nobody sees which codes were used.
cards-lead-served = Municipalities your house serves today, with and without an emergency card.
cards-search = Find a municipality
cards-none = There is no card here yet.
cards-town = Municipality
cards-state = State
bulk-title = Many cards at once
bulk-rows = Rows
bulk-hint = One row a municipality: official key; name; function; date. For example 15082180; Erika Muster; mayor; 2026-11-20. At most 500 rows.
bulk-text = Each municipality has accepted the conditions, the signed papers are at hand. If one row is wrong, no card is issued.
bulk-button = Issue and show all cards
bulk-line = Row { $line }: { $what }
bulk-empty = Give at least one municipality.
bulk-too-many = Split the list. More than 500 rows do not go at once.
bulk-columns = Write four entries, parted by semicolons.
bulk-place = Check the key. It names no municipality that your house serves today. Leading zeros belong to it.
bulk-twice = This municipality stands further up already.
bulk-signatory = Give name and function, at most 120 characters each.
bulk-date = Write the day like this: 2026-11-20.
bulk-future = The day is in the future.
bulk-has-card = This municipality had a card before. Ask for a new one there.
contacts-title = Call back in an emergency
contacts-text = The coordination office calls these people in this order. Choose numbers that work without the town hall’s network. Names and numbers are encrypted. Every look at them is on record.
contacts-none = Nobody is registered yet. Without a number nobody can safely call you back.
contact-stale = Not checked for long
contact-checked = Checked on { $day }
contact-check = Still right
contact-up = Call earlier
contact-remove = Remove
contact-new = Add somebody
contact-name = Name and function
contact-name-hint = For example Max Muster, head of IT.
contact-number = Telephone number
contact-number-hint = A mobile is best, for example 0171 1234567.
contact-add = Register
contact-name-wrong = Give a name, at most 120 characters.
contact-number-wrong = Give a telephone number, for example 0171 1234567.
contact-too-many = More than ten people do not go. Remove one first.
town-signatory = Accepted by { $who }. Only you see this.
town-provider = IT provider
town-provider-text = It may issue, revoke and replace cards for your municipality as long as it serves you.
town-no-provider = No IT provider is entered.
redemptions-title = Codes used
redemptions-none = No code was used yet.
redemption-waiting = The contacts are being asked.
redemption-told = At least one contact was asked: “Was that you?”
redemption-failed = The contacts were not reached so far. Call them.
redemption-untold = The contacts were not told: no way of sending is set up for them. Call them.
redemption-nobody = Nobody was told: no contact is registered.
reveal-text = Look at the numbers only when you call. The access is on record afterwards.
reveal-purpose = What do you need the numbers for?
reveal-call-back = Call back
reveal-code-used = Code used
reveal-drill = Drill
reveal-button = Show the numbers
reveal-shown = Numbers to call back
reveal-shown-text = This access is on record. Call in this order.
reveal-none = This municipality has registered nobody.
print-title = Print the emergency card
print-text = { $n ->
    [one] Print the card now. You see its codes this once only.
   *[other] Print the { $n } cards now, one page a municipality. You see their codes this once only.
}
print-button = Print now
print-done = Printed, continue
sheet-number = Card { $number }, issued on { $day }
sheet-qr = Picture to scan: the address for help with your place, without a code
sheet-codes = Emergency codes: each works once
sheet-how = Take a mobile, scan the picture or type the address, type a code and tick it off here. Upper or lower case does not matter. No Internet? Call.
sheet-keep = Keep it offline where the incident lead can reach it at night. Lost? Have it revoked at once: call the coordination office.
codes-gone-title = This card has been issued already
codes-gone-text = We showed its codes once. For safety we cannot show them again.
codes-gone-lost = Not printed? Ask for a new card. A second person confirms it.
codes-gone-back = Continue

## Components
gallery-title = Components
gallery-lead = Every component of the pages once, for those who build pages.

## Own data
account-data = My data
account-data-text = See what is kept, take a copy, or erase everything.
own-data-title = My data
own-data-lead = Here you see and decide what the register knows about you.
own-data-copy = Copy
own-data-copy-text = Read everything that is kept about you: why, for how long and who sees it.
own-data-copy-hint = Each copy is put on record, and there are only a few a day.
own-data-read = Read the copy
own-data-download = Copy as a file (JSON)
own-data-consents-text = You decide whether you are found and asked.
own-data-consents = See consents
own-data-reveals-text = You see to whom your name and contact at work were shown.
own-data-reveals = See who looked
own-data-erase-text = You can erase your account and your entry at any time.
own-data-erase = Erase
export-title = Copy of your data
export-lead = This is everything the register keeps about you. Passwords and keys are kept as check values only and are not shown.
export-about-others = written by you
export-why = Purpose: { $purpose }. Kept: { $kept }. Visible to: { $readers }.
export-record = Record about you
export-record-text = These actions are in the audit record. We do not name others who took part.
export-by-oneself = you
export-by-other = another account
export-by-operator = the operator
export-by-service = the program
reveals-title = Who saw my name
reveals-lead = This lists to whom your name or contact was shown. Each is listed at once.
reveals-none = So far nobody but you has seen your name.
reveals-at = When
reveals-viewer = Who
reveals-purpose = What for
reveals-keeping = Keeping your entry
reveals-older = Earlier ones
reveals-what = What is listed here and what is not
reveals-what-employer = When a manager of your employer sees your name, it is listed once a day.
reveals-what-own = Your own access is not listed.
reveals-what-cards = Whoever searches sees your alias only. That is not listed.
reveals-wrong = Does something look wrong? Talk to your employer or the coordination office. Each of these is also in the audit record and cannot be changed there.
consents-title = Consents
consents-lead = Each consent is voluntary. Only you give and withdraw it.
consent-matching = Being found
consent-alerts = Being asked
consent-private-contact = Being asked privately too
consent-private-contact-open = Enter private numbers
consent-never = Not given yet
consent-given = Given on { $since }, holds until { $until }
consent-ended = Ended on { $day }
consent-withdrawn = Withdrawn on { $day }
consent-version = Version { $version }
consent-old-version = You agreed to version { $version }. The text below is in force by now. Renew if you agree.
consent-give = Agree
consent-renew = Renew for a year
consent-withdraw = Withdraw
restriction-title = Rest the entry
restriction-text = Your entry is kept, but nobody finds it. That holds until you lift it.
restriction-since = Resting since { $day }
restriction-set = Rest the entry
restriction-lift = Be found again
notice-consent-given = Your consent is saved.
notice-consent-withdrawn = Your consent is withdrawn.
notice-restricted = Your entry rests. Nobody finds it any more.
notice-unrestricted = Your entry no longer rests.
erase-title = Erase everything
erase-lead = Erase your account and all that belongs to it. This cannot be undone.
erase-what-account = Your account ends at once: mail address, password, second factor, sessions and keys are erased.
erase-what-entry = Your entry { $alias } is erased: name, contact, skills, availability and texts.
erase-what-stays = The audit record and data of deployments and vetting stay under your alias, without a name.
erase-hint-case = Your entry is being vetted. The case ends without a result.
erase-hint-assessments = You have assessed entries that are not decided yet. Your verdict still counts, your reason stays without your name.
erase-last-admin = You are the last administrator. Have another person appointed first, then erase here.
erase-understood = I know that nobody can bring this back.
erase-button = Erase everything
erase-back = Do not erase
erase-wrong-password = The password is not right. Nothing was erased.
erase-not-confirmed = Confirm that you want to erase everything.
erased-title = Your data is erased
erased-lead = Your account no longer exists. You are signed out.
erased-text = You disappear from search within seconds. Backups cannot bring your data back: the register erases it again when they are restored.
keys-title = Rotate keys
keys-lead = These keys protect names and contacts. A rotation takes two people.
keys-state = Key { $newest } is in use
keys-quiet = No rotation is announced.
keys-announce = Announce a rotation
keys-announced-own = You have announced a rotation. A second person confirms it here. The announcement holds until { $until }.
keys-announced = A rotation is announced. Confirm it only if you know about it. The announcement holds until { $until }.
keys-confirm = Confirm the rotation
keys-confirmed = The rotation is confirmed. The operator begins it by { $until } with this command:
keys-begun = The rotation is under way. Old and new keys work until it has ended.
letter-greeting = Hello,
letter-credential-subject = Your sign-in was changed
letter-password = a new password was set for your account with { $register }.
letter-factor-set = a second factor was set up for your account with { $register }.
letter-factor-removed = the second factor of your account with { $register } was removed.
letter-passkey-added = a passkey was added to your account with { $register }.
letter-passkey-removed = a passkey was removed from your account with { $register }.
letter-codes = there are new recovery codes for your account with { $register }. The old ones no longer work.
letter-key = an access key for programs was made for your account with { $register }.
letter-recovery = somebody at { $register } said that you lost access. When a second person confirms it, they get a link for a new password.
letter-link = a link was made by which a new password can be set for your account with { $register }.
letter-was-you = Was it you, or did you ask for it? Then there is nothing to do.
letter-not-you = If not: sign in, end all other sessions, remove passkeys and access keys that you do not know, and change your password. Type the address yourself: { $address } If you cannot sign in, call the coordination office at once.
letter-phone = Coordination office: { $phone }
letter-end = { $register } sent this message automatically. We never ask for passwords or codes.
letter-shown-subject = Your name or contact was shown
letter-shown = Your name or contact was shown to somebody at { $register }.
letter-shown-where = To whom and what for is listed here: { $address }
admin-title = Administration
admin-lead = What belongs to administration.
admin-accounts = Who signs in, and with which roles. Create, close and reopen accounts.
admin-keys = Change the keys that protect names and contacts.
admin-recover = Somebody lost phone, passkey and codes.
admin-alarms = Somebody looked at strikingly many entries.
admin-decoys = Invented entries that tell who pages through the register.
admin-cards = Issue, revoke and replace cards.
nav-admin = Administration
accounts-title = Accounts
accounts-lead = Who can sign in. Every look at this list is on record.
accounts-find = Account with this email address
accounts-find-unknown = There is no account with this address.
accounts-email = Email address
accounts-state = State
accounts-created = Created
accounts-organisation = Name of the organisation
accounts-none = No account matches.
accounts-apply = Show accounts
account-state-open = Open
account-state-invited = No password yet
account-state-closed = Closed
proposals-title = Waiting for a second person
proposal-own = You proposed this role. A second person confirms it until { $until }.
proposal-of = Proposed by { $proposer }. Confirm only if you know about it. You can do so until { $until }. If the account has no such role yet, it begins anew: you hand a link over to the person.
proposal-about-oneself = This role is for you. A second person confirms it until { $until }.
proposal-confirm = Confirm role
proposal-discard = Discard proposal
new-account-title = Create an account
new-account-lead = The person chooses the password. For that you hand over a link.
new-account-taken = This address has an account already. Perhaps it is closed.
new-account-button = Create account
role-form-role = Role
role-form-choose = Please choose
role-form-two = Vetter, coordinator and admin are confirmed by a second person.
role-form-organisation = Organisation
role-form-organisation-hint = Only for experts, member organisations and municipalities.
role-form-which = Which organisation?
role-form-missing = Choose a role.
role-form-organisation-missing = Name the organisation this role is for.
role-form-organisation-too-much = This role is for no single organisation. Leave the field empty.
role-form-organisation-unknown = No organisation has this name.
role-form-organisation-unclear = Several organisations have this name. Choose one.
role-form-held = This account has the role already.
role-form-proposed = This role is proposed already. A second person confirms it.
kept-title = Account
kept-created = Created on { $day }.
kept-own = This is your own account. Somebody else changes your roles.
kept-link-title = The invitation is ready.
kept-link = Link of the invitation
kept-link-text = We show the link only now. It works for seven days and once. Hand it over in person or by telephone.
kept-roles-none = No role
kept-role-take = Take back
kept-role-give = Give a role
kept-access = Access
kept-sessions = { $n ->
    [0] No session
    [one] One session
   *[other] { $n } sessions
}
kept-sessions-end = End all sessions
kept-tokens = { $n ->
    [0] No access key
    [one] One access key
   *[other] { $n } access keys
}
kept-tokens-revoke = Revoke all access keys
kept-factor = Second factor is set up
kept-factor-none = No second factor
kept-invite-text = Nobody has chosen a password yet. The earlier link will stop working.
kept-invite = Issue the invitation again
kept-recover = Password or second factor lost? Two people give access back.
kept-close = Close account
kept-close-text = All sessions, access keys and roles end at once. The account can be reopened.
kept-reopen = Reopen account
kept-reopen-text = The account has no role afterwards. Give it its roles anew.
notice-account-closed = The account is closed.
notice-account-reopened = The account is open again. It has no role yet.
notice-account-sessions-ended = All sessions of the account have ended.
notice-account-tokens-revoked = All access keys of the account are revoked.
notice-role-granted = The account has the role.
notice-role-proposed = The role is proposed. A second person confirms it within 24 hours.
notice-role-taken = The role is taken back.
notice-proposal-discarded = The proposal is discarded.
action-account-listed = Accounts listed
action-account-shown = Account looked at
action-account-closed = Account closed
action-account-reopened = Account reopened
action-account-sessions-ended = All sessions of an account ended
action-account-tokens-revoked = All access keys of an account revoked
action-account-phone-set = Telephone for urgent calls stated
action-account-phone-removed = Telephone for urgent calls removed
action-account-role-proposed = Role proposed
action-account-role-proposal-discarded = Proposed role discarded
action-account-role-granted = Role given
action-account-role-taken = Role taken back

# Alarms
nav-alarms = { $count ->
    [0] Alarms
   *[other] Alarms ({ $count })
}
notice-alarm-acknowledged = The alarm is closed.
action-security-alarm-raised = Alarm raised
action-security-alarm-acknowledged = Alarm closed
alarms-title = Alarms
alarms-lead = Here you see which account looks at unusually many entries. The account notices nothing of it.
alarms-open = Open
alarms-none = No alarm is open.
alarms-hint = First call a number you know. If nothing explains it, an administrator ends all sessions and access keys of the account.
alarms-done = Closed
alarms-decoys = Keep decoys
alarm-sweep = Many different entries
alarm-sweep-text = The account saw { $seen } different entries. { $threshold } or more are an alarm.
alarm-refused = Went on with the allowance used up
alarm-refused-text = The account asked { $seen } times more although its allowance of the day was used up. { $threshold } or more are an alarm.
alarm-days = Period
alarm-days-range = { $from } to { $until }
alarm-account = Account
alarm-roles = Role
alarm-raised = Raised
alarm-done = Closed
alarm-note = Note
alarm-note-hint = What did you find out? No names, please. You may leave this empty.
alarm-acknowledge = Close the alarm
alarm-houses = House
alarm-decoy = Decoy shown
alarm-decoy-text = The account was shown an invented entry. Only whoever pages far down a list or fetches ids gets there.

# Decoys
notice-decoy-made = The decoy is there.
notice-decoy-removed = The decoy is gone.
action-decoy-made = Decoy made
action-decoy-removed = Decoy removed
decoys-title = Decoys
decoys-lead = A decoy is an invented entry. It only stands behind the first 100 hits of a list. Whoever is shown it raises an alarm.
decoys-there = Decoys there are
decoys-none = There is no decoy yet. Make about ten, different and credible.
decoys-own = You raise an alarm too when the search shows you a decoy.
decoy-remove = Remove
decoy-new = Make a decoy
decoy-new-hint = Invent everything. Write as experts write, and take a place in a Land that has many. Describe nobody who exists.
decoy-headline = Headline
decoy-headline-wrong = Write a headline of at most 160 characters.
decoy-text = Description (optional)
decoy-text-wrong = Shorten the description to at most 4,000 characters.
decoy-role = Role
decoy-role-wrong = Choose a role.
decoy-role-level = Level in this role
decoy-skill = Skill { $number }
decoy-skill-level = Level of skill { $number }
decoy-skills-wrong = Choose each skill only once.
decoy-kreis = Kreis
decoy-kreis-wrong = Choose a Kreis.
decoy-employer = Employer
decoy-english = English
decoy-too-many = There are 100 decoys already. Remove one first.
decoy-make = Make the decoy
notice-not-done-yet = Nothing was changed yet. First confirm that it is you, then send the form again.
recover-not-independent = One of the two must be a coordinator, or both administrators.

evidence-title = Evidence
evidence-lead = Upload certificates or references. The vetters look at them and delete them afterwards.
evidence-there = Your evidence
evidence-none = No evidence yet.
evidence-uploaded = uploaded { $on }
evidence-seen = Looked at { $on }
evidence-not-seen = Not looked at yet
evidence-deleted = File deleted { $on }
evidence-save = Save
evidence-remove = Delete
evidence-no-claims = Enter skills or certifications first. Then you can prove them here.
evidence-new = Upload evidence
evidence-claim = What does the file prove?
evidence-claim-missing = Choose what the file proves.
evidence-file = File
evidence-file-hint = PDF, PNG or JPEG, at most 5 MB. You can keep { $most } files.
evidence-file-missing = Choose a file.
evidence-file-format = This file is neither PDF nor PNG nor JPEG. Save it as a PDF and upload it again.
evidence-too-many = There is no room for more files. Delete one first.
evidence-send = Upload
evidence-what = Who sees this, and for how long
evidence-who = Only you and the vetters, while they vet. Your employer does not see the files.
evidence-how-long = We delete the files { $days } days after the decision. Only a note stays of when they were looked at.
evidence-sealed = The files are encrypted, with a key for you alone.
notice-evidence-added = The evidence is saved.
notice-evidence-removed = The evidence is deleted.
action-evidence-added = Evidence uploaded
action-evidence-removed = Evidence deleted
action-evidence-looked-at = Evidence looked at
reveals-vetting = Vetting of your evidence

entry-title = Entry { $alias }
entry-tasks = Edit the entry
entry-task-open = Incomplete
entry-task-done = Filled in
entry-confirm = All of this is still right
entry-preview = How those who search see you
entry-contact = Name and contact
entry-contact-lead = Only you and your employer see this. Those who search do not.
entry-description = Description
entry-description-lead = Everybody who searches sees these texts. Do not write who you are or where you work.
entry-skills = Skills
entry-skills-lead = Name roles, fields, procedures and products that you master.
entry-certificates = Certificates
entry-certificates-lead = A certificate that has run out stays visible, but no longer counts.
entry-languages = Languages
entry-languages-lead = From B2 on you can work with others in a deployment.
entry-deployment = Deployment
entry-deployment-lead = Where, how far and how long can you help?
entry-availability = Availability
entry-availability-lead = Say from when you can help. One tap is enough.
entry-conflict = Somebody changed this entry in the meantime.
entry-conflict-text = What you filled in is still here. Below each field is what is stored now. Save again if yours is to count.
terms-conflict-text = The list below is the new state. Check it and save again.
entry-stored = Stored now: { $value }
entry-save = Save
entry-back = Back to the entry
field-given-name = Given name
field-family-name = Family name
field-email = Mail address
field-phone = Telephone
field-mobile = Mobile telephone
field-at-work = At work, not private.
field-headline-de = In short, in German
field-headline-hint = One sentence, for example: Rebuilds Active Directory after attacks.
field-headline-en = In short
field-text-de = Description in German
field-text-hint = What have you done, what do you work with? No names, places or employers.
field-text-en = Description
field-english-hint = If you like.
field-place = Base
field-place-hint = Town, municipality or district. Those who search see the Land only.
field-radius = Radius in kilometres
field-radius-hint = How far you travel to a deployment.
field-max-days = Longest deployment in days
field-notice = Notice in hours
field-notice-hint = How long you need from saying yes to starting. 0 means at once.
field-headcount = Number of people
field-night = Alert at night
field-night-hint = Only if you tick this do we ask you between 22:00 and 6:00.
field-clearance = Security clearance
field-clearance-hint = Under the German security clearance act. Those who search do not see it.
field-clearance-until = Valid until
field-clearance-office = Attested by
field-clearance-office-hint = The office that can attest it. Do not hand in a document.
field-missing = Fill in the field "{ $field }".
field-too-long = Shorten the field "{ $field }".
field-no-mail = Give a mail address, for example first.last@datacentre.de.
field-no-phone = Give a telephone number, for example 0171 1234567.
field-no-number = Give a number from { $from } to { $to } for "{ $field }".
field-no-day = Give a day, for example 31/12/2027.
field-no-place = We do not know this place. Give a town, a municipality or a district.
field-near-places = This is not clear. Do you mean: { $places }? Add the postcode.
field-identifying = This sentence tells who you are: "{ $words }".
field-private = Nothing about health or family: "{ $words }".
terms-add = Add
terms-name = What is missing?
terms-name-hint = Type the first letters, for example "Veeam" or "forensics".
terms-level = Level
terms-valid-until = Valid until
terms-valid-hint = Leave empty if it does not run out.
terms-add-button = Add
terms-choose = Which of these do you mean?
terms-there = { $n ->
    [one] One entry
   *[other] { $n } entries
}
terms-none = Nothing entered yet.
terms-over = Has run out, no longer counts
terms-confirmed = Confirmed by the employer
terms-remove = Remove
terms-save = Save levels
terms-missing = Type what you want to add.
terms-unknown = We do not know this term. Choose a similar one or spell it differently.
terms-ambiguous = This fits several. Choose one.
terms-twice = This is in the list already.
terms-last = One skill has to stay. Add another one first.
terms-too-many = There is no room for more. Remove something first.
terms-no-day = Give a day, for example 31/12/2027.
availability-now = Now
availability-later = Not before a day
availability-from-label = Available from
availability-from-save = From this day
availability-from-missing = Say from which day you can help.
availability-week = Week
availability-week-legend = On these days I can help
availability-week-save = Save the week
availability-no-weekday = Tick at least one day. If you cannot help at all, choose "not available" above.
availability-absences = Absences
availability-absences-hint = We do not ask why you are away.
availability-no-absences = No absence entered.
availability-absence = { $first } to { $last }
availability-absence-new = Enter an absence
availability-absence-add = Enter
availability-absence-remove = Remove
availability-absence-wrong = Give the first and the last day. The last is not before the first.
availability-too-many = There is no room for more absences. Remove one first.
availability-first-day = First day
availability-last-day = Last day
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
notice-entry-saved = Saved.
notice-entry-confirmed = Thank you. Your entry is confirmed.
notice-availability-saved = Your availability is saved.
# Vetting
nav-vetting = Vetting
vetting-title = Vetting
vetting-lead = What is due first is at the top. You see no names.
vetting-count = { $n ->
    [0] No cases
    [one] One case
   *[other] { $n } cases
}
vetting-for-you = { $n ->
    [0] Nothing here is for you at the moment
    [one] One case waits for you
   *[other] { $n } cases wait for you
}
vetting-for-others = Waiting for others: { $n ->
    [one] one case
   *[other] { $n } cases
}
vetting-for-others-text = There is nothing you can do here: you have assessed it, or somebody else must.
vetting-before = What waits for you is on the pages before.
vetting-after = They are on the pages that follow.
vetting-none = Nothing waits for you. Look in again later.
vetting-none-filtered = No case matches this filter.
vetting-show-decided = Show decided cases
vetting-state = State
vetting-state-open = Open
vetting-state-decided = Decided
vetting-state-withdrawn = Withdrawn
vetting-kind = Kind
vetting-kind-admission = Admission
vetting-kind-renewal = Renewal
vetting-kind-revocation = Revocation
vetting-grade = Grade
vetting-grade-basic = Basic admission
vetting-grade-extended = Extended admission
vetting-unassessed = Only what I have not assessed
vetting-entry = Entry
vetting-due = Due
vetting-due-on = Due on { $day }
vetting-since = opened { $at }
vetting-lacks = Also missing
vetting-lacks-nothing = Nothing
vetting-lacks-consent = consent
vetting-lacks-confirmation = confirmation
vetting-lacks-participation = staff-council participation
vetting-lacks-release = the employer’s release
vetting-lacks-peace = the house is struck itself
vetting-said = Assessed
vetting-nobody-yet = By nobody yet
vetting-one-more = One person has assessed. A second one is missing.
vetting-two-admit = Two different people must agree. One no decides at once.
vetting-two-revoke = Two different people must agree to the revocation.
vetting-one-admits = One person decides. Every tenth case takes a second look.
vetting-appeal = Appeal
vetting-urgent = Urgent: acts already
vetting-erased = Erased entry
vetting-erased-text = The entry was erased. There is nothing left to see.
vetting-closed = The case is no longer open.
vetting-assessed = You have assessed this case already.
vetting-too-close = Nobody vets themselves or their own house. Leave this to others.
vetting-decided-before = You decided before. Others decide the appeal.
vetting-case-title = { $kind } of { $alias }
vetting-undo-text = You have just assessed this. You can still take it back.
vetting-employer = Employer
vetting-kreis = District
vetting-admitted-until = Admitted until
vetting-evidence = Evidence
vetting-checklist = Checklist: { $done } of { $all }
vetting-checklist-legend = What you have looked at
vetting-checklist-save = Save checklist
vetting-not-ticked = Not ticked
vetting-assess = Assessment
vetting-verdict = Your verdict
vetting-admit = Admit
vetting-renew = Renew
vetting-leave = Leave the admission
vetting-take = Take the admission away
vetting-reject = Reject
vetting-send-back = Ask for changes
vetting-reason = Reason
vetting-reason-hint = The applicant reads this, and does not learn who you are.
vetting-decide = Give verdict
vetting-verdict-missing = Choose a verdict.
vetting-reason-wrong = Give a reason of { $n } to 2,000 characters.
vetting-your-text = Your text:
vetting-comments = Notes
vetting-comments-hint = For vetters only. If the person asks for a copy of their data, notes are in it without your name.
vetting-comment = New note
vetting-comment-save = Save note
vetting-comment-wrong = Write a note of at most 2,000 characters.
vetting-history = Other cases of this entry
vetting-you = You
vetting-somebody = Vetter …{ $name }
vetting-revoke = Take the admission away
vetting-revoke-text = With this you are the first to assess. A second person must agree.
vetting-revoke-urgent = Urgent: suspend at once. If nobody confirms within seven days, the admission holds again.
vetting-revoke-button = Open revocation
own-vetting-title = Vetting
own-vetting-never = The entry has not been submitted for vetting.
own-vetting-open = The vetting office checks the entry, submitted { $at }.
own-vetting-renewing = The vetting office checks the renewal, submitted { $at }.
own-vetting-appealed = Other vetters look at the entry again, appealed { $at }.
own-vetting-withdrawn = The application is withdrawn.
own-vetting-admitted = Admitted { $at }.
own-vetting-rejected = Rejected { $at }.
own-vetting-sent-back = The vetting office asks for changes, { $at }.
own-vetting-revoking = Since { $at } the vetting office checks whether the admission stays.
own-vetting-suspended = The admission is suspended since { $at }. A second person decides within seven days.
own-vetting-revoked = The admission was taken away, { $at }.
own-vetting-left = The admission stays, { $at }.
own-vetting-submit = Submit for vetting
own-vetting-withdraw = Withdraw application
own-vetting-appeal = Appeal
appeal-title = Appeal
appeal-lead = Other vetters look at the entry again. This is possible once.
appeal-reason = Reason of the vetting office
appeal-grounds = Your grounds
appeal-hint = What was overlooked? Name nobody.
appeal-send = Send appeal
appeal-wrong = Give grounds of { $n } to 2,000 characters.
notice-case-assessed = Your verdict is saved. You can take it back for ten minutes.
notice-assessment-undone = Your verdict is taken back.
notice-comment-added = The note is saved.
notice-checklist-saved = The checklist is saved.
notice-revocation-opened = The revocation is open. A second person decides with you.
notice-entry-submitted = The entry is submitted for vetting.
notice-application-withdrawn = The application is withdrawn.
notice-appeal-made = The appeal is made. Other vetters decide.
notice-not-submitted = Not submitted: a text tells who you are. Change it first.
vetting-apply = Show cases
renewals-title = Renew several at once
renewals-lead = Choose what shall go on unchanged. Look at delicate ones singly.
renewals-choose = Whose admission is renewed?
renewals-ends = ends on { $day }
renewals-reason = Reason for all
renewals-send = Renew
renewals-nothing = Choose at least one case.
renewals-none = No renewal waits for you.
renewals-results = What became of them
renewals-renewed = Renewed
letter-ends-subject = An admission ends soon
letter-ends = An admission that concerns you ends soon at { $register }. After that nobody is found by it.
letter-ends-where = See here whether all is still right, and renew: { $address }
## A team from a file
import-title = Import your team
import-steps = Steps
import-step-template = Template
import-step-file = File
import-step-check = Check
import-step-apply = Apply
import-template-text = The template holds all columns and a row as an example. Leave out columns you do not need. Their order is free.
import-template-button = Download the template (CSV)
import-private = Only the person enters private numbers. A file with such columns is not taken.
import-file-label = Choose a file
import-file-hint = CSV or Excel (XLSX), at most 5 MB and 10,000 rows
import-file-text = First we check each row. Nothing is entered yet.
import-check-button = Check the file
import-recent = Uploaded lately
import-rows =
    { $n ->
        [one] 1 row
       *[other] { $n } rows
    }
import-export = Take out your entries
import-export-text = The file has the same columns. It holds names and contacts at work. Each person sees that you downloaded them.
import-export-button = Download the entries (CSV)
import-link = Import or export the team
import-state-checking = The file is being checked
import-state-checked = The file is checked
import-state-applying = Entries are being applied
import-state-applied = Entries are applied
import-state-undoing = Entries are being taken back
import-state-undone = Entries are taken back
import-progress = { $done } of { $of } rows checked
import-wait = This can take a minute. You can leave this page and come back.
import-reload = Reload
import-count-new = New
import-count-changed = Changed
import-count-same = Unchanged
import-count-rejected = With errors
import-overtaken = Somebody changed entries meanwhile. Nothing was applied. We checked the file again.
import-apply-text = All rows are applied at once. For 24 hours you can take all of it back.
import-apply =
    { $n ->
        [one] Apply 1 row
       *[other] Apply { $n } rows
    }
import-apply-some-text =
    { $n ->
        [one] One row has errors. Correct the file and upload it again. Or apply only the rows without errors.
       *[other] { $n } rows have errors. Correct the file and upload it again. Or apply only the rows without errors.
    }
import-apply-some =
    { $n ->
        [one] Apply one row without errors
       *[other] Apply { $n } rows without errors
    }
import-nothing = Everything in the file is in the register already. There is nothing to apply.
import-errors = Errors
import-errors-text = Download the rows with errors. Correct them and upload them again. The column "Fehler" says what is wrong.
import-rejected-button = Download the rows with errors (CSV)
import-columns-text = The columns are not right. So no row was read and nothing was kept.
import-row = Row
import-row-number = Row { $row }
import-column = Column
import-what = What to do
import-quoted = “{ $text }”:
import-meant = Did you mean { $what }?
import-or = or
import-more-errors =
    { $n ->
        [one] One more error is in the file of rows with errors.
       *[other] { $n } more errors are in the file of rows with errors.
    }
import-preview = Preview
import-preview-text = The first rows, without names
import-effect = Effect
import-kind-column = Kind
import-skills = Skills
import-new = new
import-changed = changed
import-person = Person
import-capacity = Team capacity
import-kept-until = The file lies here encrypted until { $moment }. Then it is deleted.
import-discard = Throw the file away
import-applied-text = The uploaded file is deleted.
import-to-team = To the team
import-undo-text = You can take all of it back until { $moment }. What others changed since stays.
import-undo = Take all of it back
import-undone-text = Everything is as it was before.
import-undone-some =
    { $n ->
        [one] One entry stays: somebody else changed it since.
       *[other] { $n } entries stay: somebody else changed them since.
    }
import-again = Import another file
import-file-none = Choose a file.
import-file-long = The file is too large. At most 5 MB are possible.
import-file-rows = The file has more than 10,000 rows. Split it.
import-file-columns = The file has more than 100 columns. Delete the others.
import-file-cell = Row { $row } holds a text of more than 8,000 characters. Shorten it.
import-file-empty = The file is empty.
import-file-header = The file holds only a header. Add rows.
import-file-old = This is an old Excel file (XLS). Save it as XLSX or CSV.
import-file-unreadable = The file is neither CSV nor XLSX, or it is damaged.
import-column-unknown = We do not know this column.
import-column-private = Only the person enters private numbers. Delete this column.
import-column-twice = This column is there twice. Delete one.
import-missing = This is missing.
import-term = The register does not know this term.
import-ambiguous = This can mean several. Choose one.
import-place = We do not find this place. Give its name or key.
import-land = Name a municipality or a district.
import-twice = This is in the cell twice.
import-level = Write the level 1 to 4 behind it, for example Veeam:3.
import-cefr = Write the level A1 to C2 behind it, for example Englisch:B2.
import-day = Write the day like this: 31.12.2026.
import-period = Write the period like this: 24.12.2026-02.01.2027.
import-order = It ends before it begins.
import-number = Write a whole number from { $min } to { $max }.
import-word = This word does not belong here.
import-mail = Give a mail address.
import-phone = Give a telephone number, for example 0171 1234567.
import-long = At most { $max } characters are possible.
import-many = At most { $max } are possible.
import-nameless = A team capacity has no name and no contact. Leave the cell empty.
import-counted = A person counts as one. Leave the cell empty.
import-kind = The entry is of the other kind.
import-alias = Your organisation has no entry with this alias.
import-same = Row { $row } is about the same entry.
import-identifying = This sentence tells who you are.
import-health = Nothing about health or family.
import-later = A first day goes only with “später”.
import-refused = This is not possible.
action-import-uploaded = File of entries uploaded
action-import-applied = File of entries applied
action-import-undone = File of entries taken back
action-import-discarded = File of entries thrown away
action-expert-removed = Imported entry taken back
action-experts-exported = Entries of an organisation taken out
vetting-admitted = Admitted
vetting-left = Admission left
vetting-rejected = Rejected
vetting-taken = Admission taken away
vetting-sent-back = Sent back

letter-confirm-subject = Is all of this still right?
letter-confirm = at { $register } something has not been confirmed for four months or longer. After a year it is no longer found.
letter-confirm-tap = Is all of it still right? Confirm with one tap, without signing in: { $address } The link works once and for 30 days.
letter-confirm-where = Has something changed? Then sign in here: { $address }
letter-consent-subject = A consent ends soon
letter-consent = at { $register } a consent that you gave ends soon. You are then no longer found or asked.
letter-consent-where = Renew it here if you like: { $address }
private-contact-title = How we reach you
private-contact-lead = Say which way we try first. Private details are voluntary. Your employer never sees them. If no message reaches you, the coordination office can see one number and call. That is then listed for you.
private-contact-until = Your consent holds until { $day }.
private-contact-agree = If you enter something private, you consent by saving it. If you empty all private fields, the consent is withdrawn.
way-work-mobile = Duty mobile
way-work-phone = Telephone at work
way-work-email = Mail at work
way-private-mobile = Private mobile
way-private-phone = Private telephone
way-private-email = Private mail
way-address = Number or address
way-order = Order
way-place = Attempt { $place }
way-not-used = Do not use
way-unused = Choose when we try this way, or empty the field.
way-missing = Enter something here, or choose "Do not use".
way-none = Leave us at least one way.
import-confirmed = A confirmed skill changes only if the person agrees. Change it in the entry.
action-expert-skill-change-dropped = Change of a confirmed skill dropped
notice-skill-change-proposed = Saved. What is confirmed changes only once the other side agrees.
terms-change-mine = You want level { $level }. It counts once the other side agrees.
terms-change-theirs = The other side wants level { $level }. It counts only if you agree.
terms-removal-mine = You want to remove this skill. It counts once the other side agrees.
terms-removal-theirs = The other side wants to remove this skill. It counts only if you agree.
terms-agree = Agree
terms-decline = Decline
terms-take-back = Take back
profile-notice = Notice
hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
entry-draft = You typed something here and did not save it: { $moment }.
entry-draft-continue = Continue
entry-draft-drop = Drop the draft
entry-draft-kept = Your draft is kept. Save it to make it count.

# Administration: organisations
kept-organisations-title = Organisations
kept-organisations-lead = Providers, municipalities and associations of the register.
kept-organisations-words = Words of the name
kept-organisations-membership = Membership
kept-organisations-members = Members only
kept-organisations-others = Others only
kept-organisations-member = Member
kept-organisations-no-member = No member
kept-organisations-apply = Show organisations
kept-organisations-none = No organisation matches.
kept-organisation-preline = Organisation
kept-organisation-conflict = Somebody changed this organisation meanwhile.
new-organisation-title = Enter an organisation
new-organisation-lead = It becomes a member on its page afterwards.
new-organisation-go = Enter organisation
served-text = Untick a place: from now on the organisation does not serve it any more.
served-whole = all of its IT
served-more = More places
served-more-hint = One place a line: name, postcode or official key.
served-unknown = “{ $typed }” is no place.
served-unclear = “{ $typed }” is unclear. It can mean: { $near }.
served-save = Save places
membership-effect = { $entries ->
    [0] This organisation has no entries.
    [one] This organisation has one entry. Found now: { $found }. When the membership ends, it is no longer found or asked. Nothing is deleted.
   *[other] This organisation has { $entries } entries. Found now: { $found }. When the membership ends, they are no longer found or asked. Nothing is deleted.
}
membership-save = Save membership
nis2-unknown = Not found out yet
nis2-not-in-scope = Not in scope
nis2-important = Important entity
nis2-essential = Essential entity
admin-organisations = Enter, change, membership, places served.
admin-field-name = Name
admin-field-kind = Kind
admin-field-legal-form = Legal form
admin-field-seat = Seat
admin-field-nis2 = NIS 2
admin-field-duty-phone = Number of the duty desk
admin-field-days = Person-days a year
admin-field-member-from = Member from
admin-field-member-until = Member until
admin-field-land = Land
admin-field-contact-kind = Kind of body
admin-field-phone = Telephone
admin-field-email = Mail address
admin-field-url = Web address
admin-field-address = Postal address
admin-field-hours = When somebody answers
admin-field-note = Note
admin-field-source = Source
admin-hint-seat = Name, postcode or key. Of a municipal association one of its municipalities will do.
admin-hint-duty-phone = Both sides see it in a deployment only.
admin-hint-days = Empty means: without limit.
admin-hint-member-until = The last day, until midnight. Empty means: without end.
admin-hint-phone = As dialled within Germany.
admin-hint-note = What to know before calling. No names of persons. In German.
admin-hint-source = Where the entry comes from.
admin-problem-missing = { $field }: fill this in.
admin-problem-long = { $field }: shorten the text.
admin-problem-phone = Give a telephone number, for example 0171 1234567.
admin-problem-email = Give a mail address, for example desk@example.org.
admin-problem-url = Give an address that begins with https://.
admin-problem-number = Give a whole number from 0 to 10000.
admin-problem-day = Give a day, for example 31 December 2026.
admin-problem-order = It ends before it begins.
admin-problem-place = There is no such place in the register.
admin-problem-place-near = There is no such place, or there are several. It can mean: { $near }.
admin-problem-unfit = An organisation of this kind cannot sit there.
admin-problem-taken = The administration of this place is in the register already.
notice-organisation-made = The organisation is entered.
notice-organisation-saved = The organisation is changed.

# Administration: bodies of the Länder
kept-contacts-title = Bodies of the Länder
kept-contacts-lead = Whom a municipality calls. What stands here stands at once on every page and every new card.
kept-contacts-due = { $n ->
    [one] Nobody has checked one body for half a year.
   *[other] Nobody has checked { $n } bodies for half a year.
}
kept-contacts-none = No body is entered yet.
kept-contacts-checked = Last checked
kept-contacts-no-phone = No number known
land-contact-new = Enter a body
contact-lead = Saving counts as checked today.
land-contact-check = Checked today
contact-conflict = Somebody changed this body meanwhile.
land-contact-remove = Remove body
contact-remove-text = It goes from all pages. Printed cards still name it.
contact-federal = Federation
contact-kind-cert = CERT
contact-kind-response = Incident response
contact-kind-police = Police, ZAC
contact-kind-prosecution = Public prosecutor
contact-kind-data-protection = Data protection authority
contact-kind-municipal-it = Municipal IT
admin-contacts = Check and change numbers.
notice-land-contact-saved = The body is saved and counts as checked today.
notice-land-contact-checked = Noted: checked today.
notice-land-contact-removed = The body is removed.
action-contact-created = Body of a Land entered
action-contact-changed = Body of a Land changed
action-contact-checked = Body of a Land checked
action-contact-removed = Body of a Land removed

# Administration: terms
kept-terms-title = Terms
kept-terms-lead = With what experts say what they can do, and municipalities look for what they need. Changes hold at once.
kept-terms-axis = Kind of terms
kept-terms-words = Words or id
kept-terms-apply = Show terms
kept-terms-count = { $shown ->
    [0] No term matches.
   *[other] Shown: { $shown } of { $of }.
}
kept-terms-synonyms = Other words
admin-terms = Terms, synonyms, proposals.
term-new = Add a term
term-state-offered = Offered
term-state-retired = Retired
term-state-merged = Counts as “{ $into }”
term-entries = { $n ->
    [0] No entry names this term.
    [one] One entry names this term.
   *[other] { $n } entries name this term.
}
term-old-ids = These count as this term too:
term-conflict = Somebody changed this term meanwhile.
term-merged-text = Its id holds everywhere and leads to the other term.
term-merge = Merge
term-merge-text = { $n ->
    [0] The words of this term go to the other one. The id still holds. This cannot be undone.
    [one] One entry counts with the other term afterwards. The words go along, the id still holds. This cannot be undone.
   *[other] { $n } entries count with the other term afterwards. The words go along, the id still holds. This cannot be undone.
}
term-retire = Retire
term-retire-text = It is offered no more. Whoever holds it keeps it and is found by it.
term-restore = Offer again
term-restore-text = It is offered no more.
axis-role = Roles
axis-domain = Domains
axis-procedure = Municipal procedures
axis-product = Products
axis-certification = Certificates
axis-language = Languages
axis-incident-class = Classes of incidents
choice-yes = Yes
choice-no = No
proposed-terms = { $n ->
    [one] One proposal waits
   *[other] { $n } proposals wait
}
proposal-as-new = Take it as a new term
proposal-term = Is another word for (name or id)
proposal-as-synonym = Take it as another word
proposal-answer = Reason for declining
proposal-decline = Decline
proposal-problem-term = Name the term exactly, by name or id.
proposal-problem-reason = Give a reason of 5 to 300 characters.
proposal-problem-taken = The word belongs to another term.
admin-field-term-id = Id
admin-field-label-de = Name, German
admin-field-label-en = Name, English
admin-field-parent = Broader term
admin-field-synonyms-de = Other words, German
admin-field-synonyms-en = Other words, English
admin-field-extended = Needs the extended admission
admin-field-into = Merge with
admin-hint-term-id = Stays for ever. Empty means: made of the German name. For languages the short code, such as “nl”.
admin-hint-parent = Name or id of a term of the same kind. Empty means: none.
admin-hint-synonyms-de = One a line. Search finds them at once.
admin-hint-synonyms-en = One a line.
admin-hint-extended = Then two people always assess.
admin-hint-into = Name or id of the term that stays.
admin-problem-taken-word = “{ $word }” belongs to “{ $other }”.
admin-problem-taken-id = There is such an id already.
admin-problem-format = An id has lower case letters, digits and hyphens; of languages 2 or 3 letters.
admin-problem-term = There is no such term.
admin-problem-term-near = There is no such term. It can mean: { $near }.
admin-problem-circle = This cannot be: a term is not above itself.
notice-term-saved = The term is saved. It holds at once.
notice-terms-merged = The terms are merged.
notice-term-retired = The term is offered no more.
notice-term-declined = The proposal is declined. The reason stands on the page of the entry.
notice-term-proposed = Thank you. The administration looks at your proposal.
action-term-added = Term added
action-term-changed = Term changed
action-term-merged = Term merged
action-term-retired = Term retired
action-term-restored = Term offered again
action-term-proposed = Term proposed
action-term-proposal-accepted = Proposal of a term accepted
action-term-proposal-declined = Proposal of a term declined

# Proposing a term
propose-title = Is a term missing?
propose-text = Propose it. The administration looks at the proposal.
propose-word = Word
propose-axis = What is it?
propose-reason = Why is it missed?
propose-reason-hint = One sentence. No names of persons or places.
propose-go = Propose term
propose-problem-word = Give a word of 2 to 80 characters.
propose-problem-reason = Say in a sentence why it is missed. At most 300 characters.
propose-problem-known = There is such a term. Type it above.
propose-problem-waiting = This word is proposed already.
propose-problem-many = You have proposed many words. Try again tomorrow.
propose-problem-telling = Leave this out: “{ $words }”. It tells who somebody is.
proposals-own = Terms proposed
proposal-waiting = Being looked at
proposal-accepted = Taken in: “{ $term }”
proposal-declined = Declined: { $reason }

still-title = Is all of this still right?
still-own = Your entry { $alias }: is all of it still right?
still-team = Are the team capacities of your organisation still right?
still-lead = One tap is enough. You need not sign in for it.
still-confirmed = last confirmed on { $day }
still-never = never confirmed yet
still-consent = With this you also renew your consent for a year. Its text:
still-yes = All of it is still right
still-changed = Something has changed
still-changed-hint = You sign in for that.
still-done-title = Confirmed already
still-done = Thank you. Confirmed on { $day }. There is nothing else to do.
still-next = We ask again in four months.
still-over-title = This link no longer works
still-over = It has expired, or there is a newer one. Sign in: there you can confirm your details, too.

cool-down = Rest until { $until }
cool-down-hint = After a deployment we do not ask for the next one for 14 days.
days-left = { $days ->
    [one] 1 day of deployment left this year.
   *[other] { $days } days of deployment left this year.
}
on-call-title = On-call duty
on-call-hint = Only the employer plans on-call duty. During it the entry counts as available at once. An absence comes first.
on-call-none = No on-call duty is planned.
on-call-period = { $from } to { $until }
on-call-now = (now)
on-call-remove = Remove
on-call-new = Plan on-call duty
on-call-from = Begin
on-call-until = End
on-call-add = Plan on-call duty
on-call-wrong = Give begin and end. The end is after the begin, in the future and 31 days later at most. Periods do not overlap.
on-call-too-many = More than 50 periods are not possible.
notice-on-call-saved = The on-call duty is saved.
action-expert-on-call = On-call duty planned

calendar-name = Kataster: availability
calendar-absence = Away
calendar-on-call = On call
calendar-deployment = Deployment
calendar-title = Subscribe to a calendar
calendar-hint = Your calendar program then shows absences, on-call duty and deployments. It learns no names and no places.
calendar-since = There is an address for it since { $day }. Whoever knows it sees these times.
calendar-make = Make an address
calendar-renew = Make a new address
calendar-revoke = Revoke the address
calendar-link-title = Address of your calendar
calendar-link-once = Copy the address now. We show it only this once.
calendar-link-label = Address for your calendar program
calendar-link-secret = Do not pass the address on. An earlier one no longer works. You can revoke this one, too, at any time.
calendar-link-back = Back to the availability
notice-calendar-revoked = The address of the calendar no longer works.
action-calendar-made = Address of a calendar made
action-calendar-revoked = Address of a calendar revoked

calendar-file-title = Take absences from a calendar file
calendar-file-lead = Your calendar program exports events as a file. They become absences.
calendar-file-label = Calendar file
calendar-file-hint = A file that ends in .ics, 5 MB at most.
calendar-file-send = Check the file
calendar-file-what = What happens then
calendar-file-preview = You see a preview first. Only what you tick there is saved.
calendar-file-counts = Whole days count, and events that take 8 hours of a day or more, recurring ones too. We read the next 12 months.
calendar-file-private = We do not keep the file. Only days are saved, and a check value for each event that knows it again when it was moved. It tells nothing else. Titles are shown in the preview alone. We do not read places, people and texts.
calendar-file-where = How to get the file
calendar-file-outlook = Outlook: in the calendar “File”, then “Save Calendar”.
calendar-file-thunderbird = Thunderbird: in the calendar “Events and Tasks”, then “Export”.
calendar-file-google = Google: settings, then “Import & export”. Unpack the file you get.
calendar-file-apple = Apple: select the calendar, then “File” and “Export”.
calendar-file-none = Choose a file.
calendar-file-empty = The file is empty. Export the calendar again.
calendar-file-no-calendar = This is no calendar file. Choose a file that ends in .ics. If it is packed, unpack it first.
calendar-file-no-events = The calendar has no events. Did you export the right one?
calendar-file-encoding = Line { $line } is not written in UTF-8. Export the calendar again without editing the file.
calendar-file-line-long = Line { $line } is too long. Export a shorter period.
calendar-file-broken = Line { $line } does not belong where it is. Export the calendar again without editing the file.
calendar-file-incomplete = The end of the file is missing. Export the calendar again.
calendar-file-too-many = The calendar has more than 20,000 events. Export only the next 12 months.
calendar-file-too-much = The events recur too often. Export only the next 12 months.
calendar-preview-title = Preview of the absences
calendar-preview-lead = Nothing is saved yet. Tick what is to be entered.
calendar-preview-nothing = For the next 12 months the file holds nothing new.
calendar-preview-zones = We do not know these time zones: { $zones }. We read the times as those of Berlin. Check the days.
calendar-preview-new = New absences
calendar-preview-moved = Events that were moved
calendar-preview-moved-hint = You entered these events before. A tick means: the old days go and the new ones come.
calendar-moved = moved: { $before } before, { $now } now
calendar-preview-gone = No longer in the file
calendar-preview-gone-hint = You entered these events once. They may be cancelled, or stand in another calendar. A tick means: the absence is removed.
calendar-preview-doubtful = Maybe away
calendar-preview-no-room = There can be { $most } absences at most. The next ones are ticked. For weekdays that are always free there is the week.
calendar-preview-take = Enter what is ticked
calendar-preview-held = Entered already
calendar-preview-left-out = Left out
calendar-preview-again = Choose another file
calendar-doubt-free = marked as free in the calendar
calendar-doubt-tentative = not settled yet
calendar-doubt-elsewhere = work at another place
calendar-left-short = { $n ->
    [one] 1 event is shorter than a working day.
   *[other] { $n } events are shorter than a working day.
}
calendar-left-other-time = { $n ->
    [one] 1 event is not in the next 12 months.
   *[other] { $n } events are not in the next 12 months.
}
calendar-left-cancelled = { $n ->
    [one] 1 event is cancelled.
   *[other] { $n } events are cancelled.
}
calendar-left-doubtful = { $n ->
    [one] 1 more event is maybe no absence.
   *[other] { $n } more events are maybe no absences.
}
calendar-left-unreadable = { $n ->
    [one] 1 event cannot be read:
   *[other] { $n } events cannot be read, such as:
}
calendar-flaw = Event at line { $line }: { $reason }
calendar-flaw-start = The begin is missing or is no date.
calendar-flaw-end = The end is no date, or is before the begin.
calendar-flaw-rule = The recurrence cannot be read, or is more often than daily.
calendar-flaw-dates = A single day of the recurrence cannot be read.
calendar-flaw-instance = It is not clear which event of a series it replaces.
calendar-choice-none = Tick at least one absence.
calendar-choice-no-days = A choice was no period. Choose the file again.
calendar-choice-too-many = There can be { $most } absences at most. Tick fewer, or remove old ones.

employer-missing = What is missing before your people are found
employer-ready = All done: your people are found
employer-places = Manage
employer-task-conditions = Accept the conditions of deployment
employer-task-participation = Involve the staff council
employer-task-phone = Name the number of the duty desk
employer-task-team = Enter experts
employer-task-releases = Release experts
employer-task-admissions = Submit entries and have them admitted
employer-task-done = Done
employer-task-open = Open
employer-task-left = { $n } left
organisation-conflict = Somebody else changed your organisation meanwhile. Below is what you filled in. Check it and save again.
field-past = This day is past. Choose today or a later day.
field-future = This day is yet to come. Choose today or an earlier day.
field-too-late = Choose { $day } at the latest.
releases-title = Releases
releases-lead = Choose who may help and for how long a year. A release counts at once for search and matching.
releases-who = Who?
releases-nobody = Choose at least one expert.
releases-how = How?
releases-form = Kind of release
releases-standing = Standing, up to so many days a year
releases-each-time = Ask each time
releases-days = Days a year
releases-days-hint = For a standing release only. Empty means: without a limit.
releases-until = Holds until
releases-until-hint = Last day, three years ahead at most. Empty means: three years.
releases-give = Release
releases-withdraw = Withdraw the release
releases-withdraw-hint = Withdrawing acts at once: whoever has no release is neither found nor asked.
releases-held-each-time = Ask each time
releases-held-days = Up to { $days } days a year, { $left } left
releases-held-standing = Standing, without a limit
releases-held-none = Not released
releases-held-until = until { $day }
releases-used = { $days } days committed this year
releases-changed = Changed meanwhile
releases-entry = See the entry
releases-conflict = Somebody else changed chosen entries meanwhile. Nothing is saved. Your choice is below; check it and send it again.
quota-title = Person-days of your house
quota-days = So many person-days a year at most
quota-days-hint = For all of them together. Empty means: without a limit.
quota-left = { $used } of { $limit } days are committed this year. { $left } are left.
quota-none = No limit. { $used } days are committed this year.
quota-save = Save the limit
struck-title = Struck ourselves
struck-lead = Is your own house under attack? One tap is enough, and nobody calls your people to others.
struck-effect-found = Your experts are neither found nor asked any more, at once.
struck-effect-kept = Your entries, releases and admissions stay as they are.
struck-effect-lifted = You lift it again with one tap at any time.
struck-set = We are struck ourselves
struck-lift = No longer struck
struck-lift-lead = Does everything run again? Then your experts are found again at once.
struck-help = Do you need help yourselves?
participation-lead = Persons are found only when the staff council has agreed or need not be asked. Capacities without names are found before that.
participation-stored = At present: { $state }, since { $day }.
participation-state = Where does participation stand?
participation-day = Since when?
participation-day-hint = The day of the request, the agreement or the refusal.
participation-note = What is kept, who sees it and which evaluations do not exist stands in the papers for the staff council. Your operator has them.
duty-phone-title = Number of the duty desk
duty-phone-lead = The coordination desk reaches your house by this number. For capacities it is the contact.
duty-phone-hint = It must be reachable at night and without your own network, too.
member-conditions-lead = Your organisation accepts the conditions once. They hold for all help you give or get.
member-conditions-text = Wording
member-conditions-accepted = Accepted: version { $version }, on { $day }.
member-conditions-older = Accepted is the older version { $version } of { $day }. Please accept the current one.
member-conditions-button = Accept the conditions
notice-releases-saved = The release holds.
notice-releases-withdrawn = The release is withdrawn.
notice-quota-saved = The limit is saved.
notice-duty-phone-saved = The number is saved.
notice-participation-saved = Where participation stands is saved.
notice-conditions-accepted = The conditions are accepted.
notice-struck-set = Your house counts as struck. Your experts are not found any more.
notice-struck-lifted = Your house is no longer struck. Your experts are found again.
action-expert-released = Employer's release given
action-expert-release-withdrawn = Employer's release withdrawn
field-no-mail-of = “{ $typed }” is no mail address. Write for example first.last@datacentre.de.
capacity-title = Capacity without names
capacity-lead = Say what your team can do and how many can help. You name people only when you release somebody. This works before the staff council has agreed, too.
capacity-there = Published and in work
capacity-people = { $n } people
capacity-found = Is found
capacity-not-found = Is not found
capacity-change = Change
capacity-publish = Publish
capacity-publish-hint = The capacity is found at once. You can change it at any time.
capacity-new = New capacity
capacity-skills = What can the team do?
capacity-skills-hint = Type a term, for example Veeam or Active Directory. Choose the level beside it.
capacity-skill = Skill { $n }
capacity-level = Level of skill { $n }
capacity-more = More skills
capacity-notice = Notice
capacity-phone-hint = The contact of this capacity. We save the number for your whole house.
capacity-headline = Short description
capacity-headline-hint = Voluntary, without names of people, houses and places. Empty means: the first skills.
capacity-unknown = We do not know “{ $typed }”. Try another word.
capacity-near = “{ $typed }” is not clear. Do you mean: { $names }?
capacity-twice = “{ $typed }” stands further up already.
capacity-no-skill = Name at least one skill.
notice-capacity-published = The capacity is published.
skills-confirm = { $n ->
    [one] Confirm one skill
   *[other] Confirm all { $n } skills
}
skills-confirm-text = Confirm as the employer what the person says. You confirm single skills in the list.
notice-skills-confirmed = The skills are confirmed.
action-expert-skills-confirmed = Skills confirmed by the employer
invite-title = Invitations
invite-lead = Invite your people by mail. Whoever accepts keeps the own entry.
invite-entries = People with an entry, but without an account
invite-entries-hint = The invitation goes to the address at work in the entry.
invite-addresses = People without an entry
invite-addresses-hint = One mail address a line. Whoever accepts fills in an empty entry.
invite-too-many = These are too many. Invite { $once } at once and { $day } a day at most.
invite-button = Invite
invite-role = Those invited become experts of your organisation, nothing else.
invite-open = Open invitations
invite-none = No invitation is open.
invite-sent = sent { $moment }
invite-until = holds until { $day }
invite-over = expired
invite-again = Send again
invite-withdraw = Withdraw
invite-sent-out = It is not sent more often. Ask the person whether the address is right.
notice-invitations-sent = The invitation is on its way.
notice-invitation-withdrawn = The invitation is withdrawn.
notice-team-joined = Welcome to the team. Your entry belongs to your account now.
join-title = Invitation to a team
join-lead = { $name } invites you to take part in the register.
join-sign-in = There is an account with this address already. Sign in with it and then accept.
join-other = You are signed in with another account. Sign out and open the link again.
join-closed = The account with this address is closed. Ask who runs the register.
join-oneself = You accept with the account you are signed in with.
join-has-entry = Your account has an entry already, or the entry belongs to an account already. Ask your organisation to clear this up.
join-button = Accept the invitation
join-voluntary = Taking part is voluntary. You are found only when you have consented.
action-invitation-sent = Invitation to a team sent
action-invitation-withdrawn = Invitation to a team withdrawn
action-invitation-taken = Invitation to a team accepted
letter-invited-subject = Invitation to the register
letter-invited = Your organisation invites you to take part in { $register }. Taking part is voluntary.
letter-invited-where = Accept the invitation here. The link works for 14 days and for you only: { $address }
letter-invited-not-you = Do you not know of this invitation? Then do nothing.
delegation-title = Deputy
delegation-lead = Are you on holiday? Let a colleague manage for you until a day.
delegation-there = Who stands in at present
delegation-none = Nobody stands in at present.
delegation-row-until = until { $day }
delegation-end = End it
delegation-new = Name a deputy
delegation-email = Mail address of the account
delegation-email-hint = The person needs an account in your organisation already.
delegation-until = Until the end of
delegation-until-hint = 90 days ahead at most. After that it ends by itself.
delegation-give = Name a deputy
delegation-hint = A deputy may do all you may do for your organisation, but not name a deputy.
delegation-no-colleague = Nobody in your organisation has an account with this address who does not manage it already.
notice-delegation-given = The deputy can manage now.
notice-delegation-ended = The deputy manages no more.
action-delegation-given = Management delegated
action-delegation-ended = Delegation of management ended
action-delegation-ended-by-admin = Delegation of management ended by the administration
delegation-ended-title = Ended by the administration
delegation-ended-row = on { $day }
notice-delegation-over = This deputy had stopped managing before. You see who stands in now.
deputies-title = Deputies
deputies-text = Until the last day a deputy may do nearly all a manager of the organisation may. Ended here, it ends at once.
deputies-row = { $deputy } stands in for { $giver } until { $day }.
deputies-account = To the account
deputies-hidden = { $n ->
    [one] One deputy stands in at present.
   *[other] { $n } deputies stand in at present.
}
deputies-confirm = Confirm and see who stands in
report-title = Report
report-lead = This is how your team stands on { $day }. The report counts entries and names nobody.
report-persons = { $n } persons are counted.
report-capacities = Beside them there are { $n } capacities without names.
report-freshness = Confirmation
report-fresh = Confirmed within four months
report-due = Confirmation is due
report-hidden = Confirmed more than a year ago or never
report-admissions = Admission
report-lasting = Admitted, for more than three months
report-ending = Admitted, ends within three months
report-not-admitted = Not admitted
report-extended = Of these, extended admission
report-standing = Released for good
report-untold = not told
report-note = Counts of one or two persons are not told, nor any from which they could be worked out.
report-too-few = Your organisation has entered fewer than five persons. Of so few one could read who is meant. Therefore there are no figures.
terms-uncovered = Counts only after the extended admission. Submit the entry.
own-vetting-submit-all = Submit { $n } entries
notice-team-submitted = The entries are submitted.
notice-team-submitted-in-part = The entries are submitted. Some still lack something: look there.
notice-skills-changed = The entry has changed meanwhile. Look at the skills once more.

# Administration: deliveries
deliveries-title = Delivery
deliveries-lead = Messages and work that failed for good. Whom they were for is not said here.
deliveries-none = Everything is delivered.
admin-deliveries = What did not arrive, and why.
delivery-credential = Mail about a change of an account
delivery-name-shown = Mail about a look at a name
delivery-admission = Mail about the end of an admission
delivery-confirmation = Mail that asks for a confirmation
delivery-consent = Mail about the end of a consent
delivery-invitation = Invitation to a team
delivery-other = Work of the program: { $kind }
delivery-tries = { $n ->
    [one] one attempt
   *[other] { $n } attempts
}
delivery-refused = The mail server does not take the message. Perhaps the address no longer exists.
delivery-failed = It failed after many attempts. Look at the mail server and the log of the program.
delivery-again = Try again
delivery-drop = Drop
channels-title = Ways of messages
channels-lead = Where one way fails, we take the next. Requests and questions are counted. Mail to accounts that failed for good is listed above.
channel-mail = Mail
channel-sms = Text message
channel-voice = Call
channel-webhook = Another program
channel-drop = Folder "drop", in the place of ways that are not set up
channel-not-set-up = not set up
channel-unused = set up, not needed yet
channel-working = works
channel-failing = disturbed
channel-day = In the last 24 hours: { $sent } sent, { $failed } failed.
channel-last-success = Last success: { $at }.
channel-last-failure = Last failure: { $at }.
notice-job-begun-anew = It is tried again.
notice-job-dropped = Dropped.
action-job-begun-anew = Failed work begun anew
action-job-dropped = Failed work dropped
letter-decided-subject = An entry was decided on
letter-decided = at { $register }, vetters decided on an entry that concerns you.
letter-decided-where = How and why is stated here: { $address }
letter-asks-subject = Vetters ask for changes
letter-asks = at { $register }, vetters ask for changes to an entry that concerns you.
letter-asks-where = What it is about is stated here: { $address }
letter-cases-subject = Cases wait for you
letter-cases = at { $register }, cases wait that you can assess.
letter-cases-where = Find them here: { $address }
letter-help-subject = Somebody asks for help
letter-help = at { $register }, somebody asks for help.
letter-help-where = Find the requests here: { $address }
letter-daily-subject = Your messages
letter-daily = this is new for you at { $register }:
letter-daily-times = { $subject } ({ $n } times)
letter-settings = Choose here what we write to you and when: { $address }
messages-title = Messages
messages-lead = You choose when we write to you. No e-mail holds names or details.
messages-not-sent = This register sends no e-mail. Your choice counts as soon as it does.
messages-own = Your entry
messages-team = Your team
messages-vetting = Your vetting
messages-save = Save choice
messages-always = Always and at once
messages-always-text = When the way you sign in changes, we always write to you: password, second factor, passkeys, recovery codes, access keys, links for a new password. So you notice if it was not you.
messages-daily-hint = “Gathered” means: one e-mail at 7 in the morning, only if there is news.
messages-needed-hint = Where “not at all” is missing, it is about your entry, or about something that ends or waits without an answer.
message-at-once = at once
message-daily = gathered
message-never = not at all
message-name-shown = Somebody saw my name
message-admission-ends = My admission ends soon
message-confirmation-due = Is my entry still right?
message-consent-ends = My consent ends soon
message-case-decided = My entry was decided on
message-case-asks = Vetters ask me for changes
message-team-confirmation-due = Are entries of the team still right?
message-team-admission-ends = An admission in the team ends soon
message-team-case-decided = Entries of the team were decided on
message-team-case-asks = Vetters ask for changes to an entry without an account
message-cases-wait = Cases wait for me
messages-desk = Coordination
messages-phone = A call when it is urgent
messages-phone-text = If you are on duty and somebody asks for help, we also call you, at night too. So we do if somebody of your house waits for your release. The message holds no details.
messages-phone-number = Telephone number
messages-phone-hint = Voluntary. Nobody but you sees it. If the field is empty, we do not call.
messages-phone-off = This register makes no calls. Your number counts as soon as it does.
messages-phone-save = Save number
message-help-asked = Somebody asks for help
notice-messages-saved = Your choice is saved.
account-messages-text = You choose when we write to you.
reveals-messages = Set e-mails about reveals
delivery-daily = E-mail with the messages of a day
delivery-case = E-mail about vetting
texts-title = Texts
texts-lead = Texts that somebody with expertise answers for. The versions shipped are templates and no legal advice.
admin-texts = First aid and conditions: who checked them, and when
text-first-aid = First aid
text-first-aid-where = On the start page and on every emergency card.
text-first-aid-form = First line: the heading. Then three to eight steps, a line each. Last line: the exception.
text-conditions = Conditions of deployment
text-conditions-where = Municipalities and members accept them. After a new version all must accept the new one: members see that on their page, municipalities when they need a new emergency card. Talk to them before that.
text-conditions-form = Every point in a line: heading, colon, text.
text-version = Version { $version }, in force since { $day }
text-checked = Checked by { $by } on { $day }
text-unchecked = Not checked yet
text-change = Change the text
text-change-lead = A new version is saved. The old one stays as it was. A new version counts as not checked.
text-check-title = Record a check
text-check-text = Who checked this version? The name is shown below the text.
text-check-button = Record as checked
text-conflict = Somebody changed this text meanwhile.
admin-field-text-de = Text in German
admin-field-text-en = Text in English
admin-field-checked-by = Checked by
admin-field-checked-on = Checked at
admin-hint-checked-by = For example “Example law firm, Dr Sample” or “CERT Sampleland”.
admin-problem-lines = { $field }: The structure is wrong. See the hint above the form. Both languages need the same number of lines.
admin-problem-future = { $field }: The day is in the future.
notice-text-saved = The new version is in force.
notice-text-checked = The check is recorded.
action-text-changed = Text changed
action-text-checked = Text checked
replacement-accept-first = The conditions of deployment have changed. Before a new card the municipality accepts the current version.
replacement-accept = Go on to the conditions
replacement-confirm-title = Confirm a new card
bulk-outdated = The conditions of deployment have changed. Read the new version. Once all municipalities have accepted it, send the rows again.
acceptance-outdated = The text has changed. Read the new version and confirm it.
offer-kind-team = Team package
offer-kind-workplaces = Workplaces
offer-kind-devices = Devices
offer-kind-capacity = Computing capacity
offer-kind-procedure = Procedure on behalf
offer-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
offer-workplaces = { $n ->
    [one] 1 workplace
   *[other] { $n } workplaces
}
offer-devices = { $n ->
    [one] 1 device
   *[other] { $n } devices
}
offer-vcpu-count = { $n } vCPU
offer-memory-count = { $n } GB of memory
offer-storage-count = { $n } TB of storage
offer-lead-now = Usable at once
offer-lead-hours = { $n ->
    [one] Usable after 1 hour
   *[other] Usable after { $n } hours
}
offer-lead-days = Usable after { $n } days
offer-max-days = { $n ->
    [one] 1 day at most
   *[other] { $n } days at most
}
offer-reach-at-place = Usable where it is only
offer-reach-within = Comes as far as { $km } km
offer-reach-nationwide = All over Germany
offer-cost-expenses = Expenses
offer-cost-fee = A fee as agreed
offer-cost-none = None
offer-price = Cost: { $price }
offer-until = Stands until { $day }
own-offers-title = Offers
own-offers-lead = What can your house give besides experts? Municipalities in need find your offers. They do not see your name, and of your place only the Land and roughly how far it is.
own-offers-new = New offer
own-offers-there = Your offers
own-offers-none = You have entered no offer yet.
own-offers-withdrawn = Withdrawn
own-offers-preview = What searchers see
own-offers-no-member = Only members of the federation offer something. Nobody sees any more what you offered before.
own-offers-struck = Your house is struck itself. Until that is over nobody sees your offers.
own-offers-conflict = Below is how it stands now. Nothing is changed. Try it again.
own-offers-refused = The offer is not published.
own-offers-entered = This form is saved already. The offer is in your list and can be changed there.
own-offers-too-many = A house has 100 offers at most. Withdraw one first.
own-offers-open-first = Open the offer and check what it says, for example its last day.
offer-state-draft = Draft
offer-state-found = Is found
offer-state-hidden = Not shown at present
offer-state-over = Past its last day
offer-state-withdrawn = Withdrawn
offer-withdraw = Withdraw
offer-new = New offer
offer-change = Change the offer
offer-lead-text = Name no people, houses, places and contact data. Whoever takes the offer learns them later.
offer-refused = The offer is not saved.
offer-conflict = Somebody changed this offer in the meantime.
offer-conflict-text = What you filled in is still below. Check it and save again if yours is to count.
offer-save-draft = Save as a draft
offer-title = What do you offer?
offer-title-hint = In one line, for example: twelve workplaces with procedures.
offer-headcount = How many people?
offer-workplace-count = How many desks or counters?
offer-device-count = How many devices?
offer-vcpu = Virtual processors (vCPU)
offer-compute-hint = Fill in one of the three fields at least.
offer-memory = Memory in GB
offer-storage = Storage in TB
offer-procedure = Which procedure?
offer-product = With which product?
offer-choose = Please choose
offer-any-product = Not stated
offer-place = Where is it, or where does it come from?
offer-place-hint = A town, a municipality or a district. Others see only the Land and the distance, rounded up to 10 km.
offer-reach = Where can it be used?
offer-form-at-place = Where it is only
offer-form-radius = It comes to places nearby
offer-form-nationwide = All over Germany
offer-radius = How far, in km?
offer-radius-hint = Only when it comes to places nearby: 25 to 1,000 km as the crow flies.
offer-lead = Hours until it can be used
offer-lead-hint = 0 means: at once.
offer-days = Days at most
offer-cost = Which costs arise?
offer-cost-note = A word about the cost
offer-cost-note-hint = Voluntary, for example: transport only.
offer-until-label = Last day of the offer
offer-until-hint = Two years ahead at most. After it we show the offer no more.
offer-text = Description
offer-text-hint = Voluntary. Without names of people, houses and places.
offer-title-english = Title in English
offer-cost-note-english = A word about the cost in English
offer-text-english = Description in English
offers-title = Offers
offers-lead = Workplaces, devices, computing capacity, teams and procedures run on behalf: help that is more than one expert.
offers-how = Do you need one of them? The coordination desk arranges it.
offers-words = What are you looking for?
offers-radius = How far do you go for it?
offers-kinds = Kind
offers-procedures = Procedures
offers-lands = Land
offers-found = { $n ->
    [one] 1 offer
   *[other] { $n } offers
}
offers-none = There is no such offer at present.
offers-reset = Show all offers
search-offers = Offers: workplaces, devices, capacity, teams, procedures on behalf
notice-offer-saved = The offer is saved.
notice-offer-published = The offer is published.
notice-offer-withdrawn = The offer is withdrawn.
action-offer-created = Offer entered
action-offer-changed = Offer changed
action-offer-published = Offer published
action-offer-withdrawn = Offer withdrawn
# Places

regions-title = Places
admin-regions = Länder, districts, municipalities and keys from the official directory.
regions-lead = Places, keys and inhabitants that everybody searches by. Old keys always lead to the successor.
regions-now = Territorial state of { $day }
regions-official = From the official file of the Federal Statistical Office.
regions-shipped = Shipped with the program. Recent mergers are missing.
regions-kreise = { $n ->
    [one] One district
   *[other] { $n } districts
}
regions-gemeinden = { $n ->
    [one] One municipality
   *[other] { $n } municipalities
}
regions-retired = { $n ->
    [0] No old key
    [one] One old key with a successor
   *[other] { $n } old keys with a successor
}
regions-file = Take over the official file
regions-file-where = The Federal Statistical Office publishes it every quarter: destatis.de, Gemeindeverzeichnis, “Gemeinden in Deutschland nach administrativer Gliederung” (GV100AD).
regions-file-label = File GV100AD
regions-file-hint = Unpack the ZIP archive. The file is called GV100AD_30092026.txt, for example.
regions-file-text = First you see what changes. It is taken over only after that.
regions-check = Check the file
regions-file-none = Choose a file.
regions-file-empty = The file is empty. Choose the unpacked file GV100AD.
regions-file-line = Line { $line }: { $text } Download the file again.
regions-file-older = The file describes { $file }. The places here already have the state of { $installed }.
regions-file-cut = The file lacks { $name }. It is cut off. Download it again.
regions-file-few = The file has only { $there } instead of { $before } municipalities. It is cut off. Download it again.
regions-file-unfit = The places of the file do not fit together. Download the file again.
regions-line-kind = It begins with no kind of record (10, 20, 30, 40, 50, 60). Is it still the ZIP archive? Unpack it first.
regions-line-short = It is cut off.
regions-line-day = Columns 3 to 10 hold no territorial state.
regions-line-key = From column 11 on there is no official key.
regions-line-name = Columns 23 to 72 hold no name.
regions-line-designation = Columns 123 and 124 hold no known kind.
regions-line-population = Columns 140 to 150 hold no number of inhabitants.
regions-line-postcode = Columns 166 to 170 hold no postcode.
regions-line-other-day = It has another territorial state than the first line.
regions-line-twice = The key { $key } stands there twice.
regions-line-orphan = What { $key } lies in is missing in the file.
regions-line-hollow = Nothing lies in { $key }: the file is cut off.
regions-import-title = Take over the state of { $day }
regions-import-lead = So far the state of { $before } holds. The file waits until { $until }.
regions-count-new = { $n ->
    [0] No new place
    [one] One new place
   *[other] { $n } new places
}
regions-count-renamed = { $n ->
    [0] No place has another name
    [one] One place has another name
   *[other] { $n } places have another name
}
regions-count-redesignated = { $n ->
    [0] No place is designated otherwise
    [one] One place is designated otherwise, for example Stadt instead of Gemeinde
   *[other] { $n } places are designated otherwise, for example Stadt instead of Gemeinde
}
regions-count-gone = { $n ->
    [0] No place is gone
    [one] One place is gone
   *[other] { $n } places are gone
}
regions-count-regrouped = { $n ->
    [0] No place lies in another shared administration
    [one] One place lies in another shared administration or has a new long key
   *[other] { $n } places lie in another shared administration or have a new long key
}
regions-count-repopulated = { $n ->
    [0] No number of inhabitants changes
    [one] One number of inhabitants changes
   *[other] { $n } numbers of inhabitants change
}
regions-new = New places
regions-renamed = New names
regions-renamed-row = { $ags }: { $from } is now called { $to }
regions-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
regions-gone = Places that are gone
regions-gone-text = Say for each place where it belongs. Check what is proposed. You can enter keys or names.
regions-gone-label = Successor of { $name } ({ $ags })
regions-presumed-name = Proposed: new place with the same name
regions-presumed-administration = Proposed: the one new place of the same shared administration
regions-presumed-postcode = Proposed: the one new place of the district with the same postcode
regions-presumed-distance = Proposed: the nearest municipality
regions-presumed-people = Proposed: most people of the district live there now
regions-successor-missing = Enter the successor.
regions-successor-unknown = There is no such place in the file.
regions-successor-ambiguous = Several places are called so. Enter the key.
regions-successor-other-land = The successor must lie in the same Land.
regions-successor-level = A municipality follows a municipality, a district a district.
regions-apply-text = Everything is taken over at once. Whoever is entered under an old key counts to the successor immediately. This cannot be undone.
regions-apply = Take over this state
regions-discard = Discard the file
notice-regions-imported = The new territorial state holds. Search follows in a moment.
notice-regions-unchanged = There is nothing new in the file.
notice-regions-discarded = The file is discarded.
action-regions-imported = Official territorial state taken over

## Asking for help (/hilfe)
help-title = Ask for help
help-step = Step { $at } of { $of }
help-then = After this we only ask for the place and a number.
help-contact-title = How do we reach you?
help-for = Help for { $place }
help-card-title = Help with the emergency card
help-change = change
help-place = Town or municipality
help-place-hint = Name or postcode.
help-place-choose = Which place do you mean?
help-place-free = My place is not in the list. Send the request like this.
help-phone = Number to call back
help-phone-hint = A number that works without your network. Best a private mobile.
help-phone-missing = Give a number to call back, for example 0171 1234567.
help-code = Emergency code
help-code-hint = A code from your emergency card. Upper or lower case does not matter. Without a code we call you back.
help-code-mistyped = Compare the code with the card, or leave the field empty.
help-more = Tell us more (voluntary)
help-name = Your name
help-email = E-mail address
help-email-hint = An address outside your organisation.
help-email-wrong = Check the e-mail address, or leave the field empty.
help-systems = What no longer works?
help-measures = What have you done so far?
help-measures-hint = For example: network cut, backups unplugged. No passwords.
help-tap = Tap what fits best. This sends your request.
help-send = Ask for help now
help-draft = You typed this here a while ago.
help-draft-forget = Delete
help-kept = We store only what we need in order to help.
help-doubt-title = Will this reach you?
help-doubt-landline = Is this a phone of the struck house? Then it may not ring. Better give a private mobile.
help-doubt-own-mail = This e-mail address belongs to your organisation. Others may be reading. Better give a private one.
help-doubt-send = All correct? Then send once more.
help-too-many = Too many requests are coming in. Try again in ten minutes.
help-too-many-call = Too many requests are coming in. Call us: { $phone }
system-workplaces = Workplaces
system-servers = Servers
system-mail = E-mail
system-phones = Telephones
system-internet = Internet
system-web = Website
system-backup = Backups
system-identity = Sign-in and accounts
system-procedures = Specialist applications
system-all = Everything

## Where a request stands (/hilfe/…)
help-status-call = We will call you back
help-status-call-text = We call the number that ends in { $ending }. Expect it by { $by }.
help-status-call-stay = Stay reachable. Keep this line free.
help-status-nobody = Nobody can be reached at the moment
help-status-nobody-call = Call here now:
help-status-nobody-text = Now call the IT security body of your Land.
help-status-nobody-on = We keep trying the number that ends in { $ending }.
help-status-off-duty = We call the number that ends in { $ending }. Everybody has been told; nobody is on duty at the moment.
help-status-urgent = If it is urgent:
help-status-urgent-any = If it is urgent, call the IT security body of your Land.
help-status-verified = Your request is confirmed
help-status-verified-at = Confirmed: { $at }.
help-status-sought = We are now looking for help for you.
help-status-gathering = The coordination office is now putting your team together.
help-status-closed = This request is closed
help-status-closed-text = Closed: { $at }. Do you need help again? Make a new request.
help-status-for = { $place } · asked { $asked }
help-code-accepted = Your emergency code was right. Tick it off on the card.
help-code-refused = The emergency code was not right. This is why we call you back.
help-code-not-checked = We could not check the emergency code yet. We call you back.
help-sent-landline = Your number is a landline, perhaps of the struck house. Call us if nobody calls you.
help-sent-own-mail = Your e-mail address belongs to your organisation. Do not rely on it.
help-words-caller = Your caller says first:
help-words-called = You answer:
help-words-hang-up-call = Somebody does not say the word? Hang up, and call us:
help-words-hang-up = Somebody does not say the word? Hang up.
help-spoken = Your code to write down
help-spoken-text = With it you see here later who helps you. Tell it only to people of your organisation who take part.
help-calls-text = Do not wait for us with this.
help-keep = Keep this page
help-keep-text = Save the address as a bookmark. Only who knows it sees where things stand.
help-reload = Reload this page
help-again = Make a new request
calls-provider = Your IT provider
calls-insurer = Your cyber insurance, before strangers touch the systems
calls-privacy = Data protection officer
calls-policy = { $name }, policy { $policy }
help-status-withdrawn = This request is withdrawn
help-status-withdrawn-text = Withdrawn: { $at }. Whoever was asked knows. Do you need help again? Make a new request.
withdraw-link = Withdraw the request
withdraw-title = Withdraw the request?
withdraw-unverified = Then nobody calls you back.
withdraw-verified = Then we call off everybody who is asked or helps.
withdraw-for-good = This cannot be undone. You can make a new request at any time.
withdraw-button = Withdraw the request now
withdraw-keep = No, keep the request
readers-title = Who reads along
readers-provider = My IT provider is told
readers-provider-named = Your IT provider { $name } is told
readers-land = Let the Land read along
readers-save = Save the choice
drill = DRILL DRILL DRILL

## Incidents
incidents-title = Incidents
incidents-lead-desk = First call back whoever has waited longest.
incidents-lead-town = These are the requests your house takes part in.
incidents-filter = Filter by state
incidents-all = All
incidents-open = Open
incidents-closed = Closed
incidents-none = There is no incident at the moment.
incidents-none-filtered = There is no incident in this state.
incidents-older = Older incidents
incidents-more-waiting = Further call-backs
intake-title = Take a call down
intake-lead = Read aloud what stands beside the fields. Until it is confirmed, promise nothing but the call back.
intake-say-place = “Coordination office, hello. Where are you?”
intake-say-symptom = “What happened? What do you see?”
intake-say-first-aid = “Please do this first, now. I stay on the line.”
intake-say-systems = “What no longer works at your place?”
intake-say-phone = “Under which number do we reach you, even without your network?”
intake-say-name = “What is your name? What is your function?”
intake-say-email = “Do you have an e-mail address outside your organisation?”
intake-say-measures = “What have you done so far? Please name no passwords.”
intake-say-code = “Is your emergency card at hand? Read me a code that is free.”
intake-say-end = “I am taking this down now. Please stay on the phone.”
intake-place-free = Not in the list. Take the place down as it stands here.
intake-name = Name and function
intake-optional = Voluntary.
intake-measures = Done so far
intake-measures-hint = Voluntary. No passwords.
intake-code-hint = Voluntary. Case, hyphens and blanks do not matter.
intake-drill = This is a drill
intake-save = Take the request down
intake-doubt-title = Ask again
intake-doubt-landline = “Is this a phone of the struck house? Do you have a private mobile?”
intake-doubt-own-mail = “Others may be reading in your mailbox. Do you have a private address?”
intake-doubt-send = There is nothing else? Then take the request down like this.
intake-done = Taken down: { $place }
intake-done-lead = Read aloud now. This is shown only this once.
intake-done-before = This request was taken down before. We show code, words and address only once.
intake-say-call-back = “We call you back by { $by }. Stay reachable.”
intake-call-back = Call a number that was registered before the incident. You find it with the incident.
intake-say-verified = “Your code was right. Tick it off on the card. We are now looking for help.”
intake-say-words = “Please write this down. Your caller says { $caller }. You answer { $called }.”
intake-word-caller = Your caller says
intake-word-called = You answer
intake-say-hang-up-call = “Somebody does not say the word? Hang up, and call { $phone }. We never ask for passwords.”
intake-say-hang-up = “Somebody does not say the word? Hang up. We never ask for passwords.”
intake-say-spoken = “Note six digits. With them you see later who helps you.”
intake-say-address = “And this is the address of your status page. Do not pass it on.”
intake-address-hint = The address is long. The words and the digits matter more.
intake-say-calls = “Meanwhile call in this order. This request replaces no notification.”
intake-to-incident = To the incident
incident-unverified = To be called back
incident-verified = Confirmed
incident-closed = Closed
incident-waiting = waiting for { $time }
incident-taken = being handled
incident-take = I take it
incident-take-free = Nobody takes care of it yet.
incident-take-own = You take care of it.
incident-take-named = { $who } has been taking care of it for { $time }.
incident-take-other = Somebody else has been taking care of it for { $time }.
incident-take-over = I take it instead
incident-event-taken = Taken by the coordination office
notice-incident-taken-by-other = Somebody else was faster. Who takes care of it is shown here.
notice-incident-taken = You have taken the incident.
action-incident-taken = Incident taken over
incident-asked = Asked { $asked }
incident-drill = Drill
incident-preline = Incident
incident-facts = What we know
incident-symptom = What happened
incident-phase = Phase
incident-severity = Severity
incident-severity-of = { $n } of 5
incident-systems = Disturbed
incident-services = Disturbed applications
incident-place = Place
incident-place-text = The place is not in the register yet. Choose the municipality or the district.
incident-place-typed = Given: { $place }
incident-place-save = Set the place
incident-contact = Contact
incident-contact-text = The audit record keeps that you looked.
incident-contact-show = Show the number
incident-contact-shown = This access is on record.
incident-measures = Done so far
incident-verify = Confirm the request
incident-verify-call = Call
incident-verify-say = Read aloud
incident-verify-hello = “Hello, this is the coordination office. My word is
incident-verify-ask = Which word do you see on your page?”
incident-verify-never = Never say the second word yourself. Never ask for passwords.
incident-verify-word = Word heard
incident-verify-hear = Enter what you hear
incident-verify-button = Only confirm
incident-registered = Registered numbers
incident-registered-show = Show the registered numbers
incident-registered-text = First call a number that was registered before the incident.
incident-registered-none = No number is registered for this place.
incident-given = Given by the caller
incident-called = Which number did you call?
incident-called-registered = Registered number
incident-called-other = Another number
incident-called-reason = Why another one? (only for another number)
incident-called-missing = Choose which number you called.
incident-called-reason-missing = Write in a sentence why you called another number.
incident-verify-begin = Confirm and ask for help
incident-verify-plain = Confirm
incident-known-begin = Confirm without a word and ask for help
incident-known-plain = Confirm without a word
incident-word-missing = Enter the word you heard.
incident-word-wrong = { $left ->
    [0] That is not the word. No try is left.
    [one] That is not the word. One try is left.
   *[other] That is not the word. { $left } tries are left.
}
incident-locked = Too many wrong words. This call proves nothing any more.
incident-locked-text = Call a registered number, or confirm only whom you know.
incident-known = I know the person
incident-known-text = Confirm only if you recognise the person by their voice. Your reason is kept sealed with the incident.
incident-known-reason = How do you know the person?
incident-known-button = Only confirm, without a word
incident-reason-missing = Write the reason in one sentence.
incident-reason-too-long = Shorten the reason.
incident-how = Confirmed
incident-how-code = { $at }, with an emergency code
incident-how-call-back = { $at }, by calling back
incident-how-known = { $at }, the person is known
incident-timeline = What happened since
incident-timeline-none = Nothing has happened yet.
incident-close = Close the incident
incident-close-text = After this nobody looks for help any more. The state can be seen for seven days.
incident-close-reason = Why is it closed?
incident-close-button = Close the incident
incident-closing-missing = Choose why the incident is closed.
incident-place-first = Choose the place first.
incident-place-other = { $place }. Is it another place? Set it before you confirm.
incident-vouched = Why it was confirmed
incident-event-asked = Help asked for
incident-event-code = Confirmed with an emergency code
incident-event-call-back = Confirmed by calling back
incident-event-known = Confirmed, the person is known
incident-event-closed = Closed: { $reason }
closing-done = Help is no longer needed
closing-withdrawn = The municipality takes its request back
closing-duplicate = It is the same incident as another one
closing-not-genuine = The request is not genuine
notice-incident-sought = The incident is confirmed. Help has been asked for.
notice-incident-verified = The incident is confirmed.
notice-incident-verified-before = The incident was confirmed already.
notice-incident-closed = The incident is closed.
notice-incident-place-set = The place is set.
action-incident-reported = Help asked for
action-incident-verified = Incident confirmed
action-incident-verification-failed = Confirmation of an incident failed
action-incident-contact-revealed = Contact of an incident shown
action-incident-closed = Incident closed
action-incident-place-set = Place of an incident set
nav-help = Emergency
nav-incidents = Incidents

help-letter-drill = ÜBUNG ÜBUNG ÜBUNG
help-letter-asked-subject = Can you help?
help-letter-asked = { $register }: Somebody needs help, and you fit. Answer { $until }. A no needs no reason.
help-letter-release-subject = Somebody of your house wants to help
help-letter-release = { $register }: Somebody of your house has said yes to a deployment. Release or refuse it { $until }.
help-call-release = { $register }: Somebody of your house has said yes to a deployment and waits for your release. Answer { $until }. We have sent you the link by e-mail.
help-call-desk = { $register }: Somebody asks for help and waits for the coordination desk. Please sign in and take the request.
code-used-subject = An emergency code was used
code-used = { $register }: An emergency code of your administration was used, { $day }, { $time }. Was that you? Then there is nothing to do.
code-used-phone = If not, please call the coordination desk at once: { $phone }.
code-used-no-phone = If not, please call the coordination desk at once.
help-letter-over-subject = Need met
help-letter-over = { $register }: The need is met. Thank you for being ready. There is nothing more to do.
help-letter-nobody-subject = Nobody is needed any more
help-letter-nobody = { $register }: Nobody is needed any more. Thank you for being ready. There is nothing more to do.
help-call-first-call = Press { $key } for yes, a talk now, of up to two hours.
help-call-remote = Press { $key } for yes, from afar, from now on. With it you also confirm that you are rested and keep your 11 hours of rest.
help-call-no = Press { $key } for no.
help-call-not-tonight = Press { $key } if we are to ask you no more tonight.
help-call-on-site = Press { $key } for yes, on site, at night from 7 in the morning. With it you also confirm that you are rested and keep your 11 hours of rest.
reveals-alert = A call of the coordination office, since no message reached you
help-letter-accepted-subject = News of your yes
help-letter-accepted = { $register }: There is news of your yes. Your deployment is accepted. Open your page: it says whom to phone.
help-letter-not-needed-subject = Your yes is not needed
help-letter-not-needed = { $register }: There is news of your yes. It is not needed, thank you. There is nothing more to do.
help-letter-called-off-subject = Please do not set out
help-letter-called-off = { $register }: There is news of your yes. Your deployment is called off. Please do not set out. Your page shows how it stands.
help-letter-house-accepted-subject = A deployment is accepted
help-letter-house-accepted = { $register }: The deployment of somebody of your house is accepted.
help-letter-house-not-needed-subject = A deployment does not come about
help-letter-house-not-needed = { $register }: A deployment of somebody of your house does not come about. There is nothing more to do.
help-letter-house-called-off-subject = A deployment is called off
help-letter-house-called-off = { $register }: The deployment of somebody of your house is called off. They are told, too.
help-letter-town-subject = Somebody waits for your acceptance
help-letter-town = { $register }: Somebody who can help waits for your acceptance. Open your status page.
reveals-deployment = A deployment you said yes to
action-expert-number-revealed = Number shown of an expert whom no message reached
action-incident-called-again = Coordination office called to an incident again
action-incident-code-refused = Wrong code on the page of a request
action-alert-answered = Alert answered
action-alert-key-ignored = Key pressed too late, not taken as an answer
action-alert-answer-undone = Answer taken back
action-alert-expired = Alert expired
action-alert-failed = Alert could not be delivered
action-alert-stood-down = Alert stood down
action-help-request-created = Request for help made
action-help-request-begun = Alerting begun
action-help-request-filled = Need met
action-help-request-reopened = Need open again
action-help-request-stood-down = Request for help ended
action-help-request-paused = Alerting paused
action-help-request-resumed = Alerting resumed
action-help-request-wave-asked = Next wave asked for
action-help-request-expert-chosen = Expert picked or skipped
action-need-wave-sent = Wave of alerts sent
action-deployment-agreed = Deployment promised
action-deployment-release-decided = Release of a deployment decided
action-deployment-released = Deployment released
action-deployment-accepted = Deployment accepted
action-deployment-ended = Deployment ended

## Answer of an expert (/a/…)
answer-title = Can you help?
answer-until = Answer by { $until }.
answer-free = You need not help, and you need not be reachable. A no needs no reason. Your employer does not see it.
answer-first-call = Yes, a call now (up to 2 hours)
answer-remote = Yes, remotely
answer-from = Remotely from
answer-from-hint = If left empty: { $from }.
answer-on-site = Yes, on site from { $from }
answer-no = No
answer-not-tonight = Do not ask again tonight
answer-rested = I am rested. I keep my 11 hours of rest.
answer-rested-for = (needed for remote and on-site work)
answer-undo-promise = You can take your answer back for 10 minutes.
answer-missing = Tap an answer.
answer-not-rested = Tick the box if you are rested. Otherwise the call remains.
answer-no-time = Give a day and a time, or leave the field empty.
answer-too-late = That is too late to help. Give a time within a day.
answer-undo = Undo
answer-undo-until = Possible until { $until }.
answer-undo-refused = Your answer can no longer be taken back. You cannot help after all? Call the coordination office.
answer-expired = The time is up
answer-expired-text = This request can no longer be answered. You need not do anything.
answer-stood-down = The need is met. Thank you.
answer-stood-down-text = You are not needed this time. You need not do anything.
answer-no-title = Thank you for your answer
answer-no-text = You need not do anything else.
answer-not-tonight-text = We will not ask you again before 7 o’clock. You need not do anything else.
answer-reserve = Thank you. You are in reserve
answer-reserve-text = Others were faster. If a place becomes free, it is yours. Then it says so here.
answer-employer = Your employer is being asked
answer-employer-text = Thank you for your yes. Your organisation decides by { $by }. Then it says so here.
answer-town = The municipality is being asked
answer-town-text = Thank you for your yes. The municipality decides by { $by }. Then it says so here.
answer-committed = Committed: { $place }
answer-call-by = Call them. The call begins by { $by }.
answer-begins = Your deployment begins: { $from }. Call them before.
answer-call = Call:
answer-proof = How you prove who you are
answer-words-caller = You call and say first:
answer-words-called = They answer:
answer-over = This deployment is over
answer-over-text = Thank you for your help.
answer-nothing = You are not needed this time
answer-not-released = Your organisation does not release you. Thank you for your yes. You need not do anything else.
answer-declined = The municipality decided otherwise. Thank you for your yes. You need not do anything else.
answer-lapsed = There was no decision in time. Thank you for your yes. You need not do anything else.
answer-withdrawn = The deployment comes to nothing. Thank you for your yes. You need not do anything else.
asked-own-town = A municipality that your organisation serves needs help. Will you take it on?
asked-where = Where
asked-town = Municipality
asked-contact = Contact person
asked-task = Needed
asked-how = How
asked-first-call = A call of 2 hours at most
asked-begin = Start
asked-when = { $days ->
    [one] { $from }, for one day
   *[other] { $from }, for { $days } days
}

## Release by the employer (/freigabe/…)
release-ask-title = { $alias } of your organisation wants to help
release-ask-until = Decide by { $until }. Otherwise the yes lapses.
release-who = Expert
release-time = Time
release-order-travel = By releasing you order a business trip.
release-order-remote = By releasing you order remote help.
release-orders = Your organisation keeps giving the instructions.
insurance-title = Insurance and data protection
insurance-lead = This is said at each release. Your house sees the number on its status page when it needs help itself.
insurance-accident = Accident insurance
insurance-accident-hint = The accident insurance fund of your house. Optional.
insurance-liability = Liability insurance
insurance-liability-hint = Who insures your house against damage, such as a municipal insurer. Optional.
insurance-privacy = Data protection officer, phone
insurance-privacy-hint = A number that works without your network. Optional.
notice-insurance-saved = The details are saved.
release-insured = Accident insurance: { $accident }. Liability: { $liability }.
release-not-kept = not on file yet
release-cost-extra = The municipality refunds additional costs such as travel, lodging, overtime.
release-cost-rate = The municipality pays the agreed rate.
release-cost-call = The first call costs nothing.
release-yes = Release
release-remote = Remotely only
release-no = Refuse
release-done = Released
release-done-text = Thank you. Now the municipality decides, by { $by }.
release-accepted = Released and accepted
release-accepted-text = The municipality has accepted. { $alias } is committed.
release-refused = Refused
release-refused-text = Your organisation has refused the deployment. You need not do anything else.
release-declined = The municipality has refused
release-declined-text = It decided otherwise. You need not do anything else.
release-lapsed = The time is up
release-lapsed-text = There was no decision in time. The yes has lapsed.
release-withdrawn = No longer needed
release-withdrawn-text = The deployment comes to nothing. You need not do anything else.

## Who helps a municipality (/hilfe/…)
helpers-title = Experts
helpers-asked = { $n ->
    [0] We are now asking experts
    [one] One expert asked
   *[other] { $n } experts asked
}
helpers-tasks = What we look for
helpers-places = { $committed } committed, { $open } open
helpers-draft = The coordination office is working out whom you need.
helpers-next-wave = Next wave at { $at }
helpers-exhausted = Nobody else fits at the moment. We keep looking.
helpers-paused = The coordination office is asking nobody new at the moment.
helpers-filled = All places are taken.
helpers-over = This search has ended.
helpers-decided = This was decided before, or is not asked any more. See below where it stands.
helpers-booked = This expert is committed elsewhere by now. Free again from { $from }. We keep looking.
person-call = Call of up to 2 hours
person-employer = Waits for the employer’s release, until { $by }.
person-town = Wants to help, from { $from }. Decide by { $by }.
person-late = The time to answer has run out. We go on looking.
introduction-employer = Who sends them
introduction-function = Function
introduction-reasons = Why they were asked
person-calls = { $alias } wants to call by { $by }.
person-helps = { $alias } helps from { $from }.
person-accept = Accept
person-refuse = Refuse
person-objection = This yes already counts as accepted. Objection until { $until }.
person-object = Object
spoken-ask = Your six-digit code
spoken-button = Show name and number
spoken-missing = Type the six digits of your code.
spoken-wrong = { $left ->
    [0] This is not your code. No try is left.
    [one] This is not your code. One try is left.
   *[other] This is not your code. { $left } tries are left.
}
spoken-locked = Too many wrong codes. Call the coordination office.
spoken-shown = This access is on record. The expert sees it.

## Requests and deployments
nav-deployments = Deployments
request-section = Ask for help
request-section-none = Nobody has been asked yet.
request-ask = Ask for help: needs as in the playbook
request-ask-text = First there is a draft. Nobody is asked before you choose “Ask people now”.
request-change = Change the needs
request-change-more = Ask for more
request-made = Request made { $made }
request-one = Request
request-title = Help for { $place }
request-draft = Draft
request-alerting = People are being asked
request-paused = Paused
request-filled = All places committed
request-over = Over
request-places = { $asked ->
    [one] { $committed } of { $asked } place committed
   *[other] { $committed } of { $asked } places committed
}
request-places-provisional = { $asked ->
    [one] { $committed } of { $asked } place committed, { $provisional } provisional
   *[other] { $committed } of { $asked } places committed, { $provisional } provisional
}
request-period = { $days ->
    [one] from { $from }, one day
   *[other] from { $from }, { $days } days
}
request-ended = Over: { $reason }
request-draft-title = Nobody has been asked yet
request-draft-text = See who would be asked, or ask people now.
request-first-yes = In the first twelve hours the first fitting yes counts as accepted. You can object for ten minutes.
request-begin = Ask people now
request-preview = Preview
request-preview-text = These people would be asked now, each in the way they chose.
request-preview-none = Nobody fits at present. Change the needs, or try later.
request-waves = Steer the waves
request-waves-text = The next wave goes out by itself. You can send it now or pause.
request-paused-text = Nobody new is asked. Those asked can still answer.
request-next-wave = Next wave now
request-next-wave-need = Next wave for this need only
request-pause = Pause
request-resume = Go on
request-deployments = Commitments
request-needs = Needs
request-nobody-asked = Nobody has been asked yet.
request-first-call = First call by phone
request-wave-home = Own provider
request-unasked = The employer has nobody on record who can release. Without a release the yes lapses.
request-unasked-phone = Duty telephone of the employer:
request-asked = { $n } asked
request-wave = Wave { $n }
request-next-at = Next wave: { $at }
request-exhausted = Nobody else fits at present.
request-nobody = Nobody fits at present.
request-erased = Entry erased
request-end = End the request
request-end-text = All who are asked or wait are told that the need is met. Whoever is committed stays.
request-end-reason = Why does it end?
request-end-hint = One sentence, without names of persons.
request-end-button = End the request
request-discard = Discard the draft
request-discard-text = Nobody has been asked yet. The draft stays visible with your reason.
request-discard-reason = Why is it not needed?
request-needs-title = Change the needs
request-needs-lead = The proposal follows the playbook for such incidents. Change what differs in your case.
request-when = When
request-from = Start
request-from-hint = Empty means: at once.
request-days = Days
request-people = People
request-create = Make the request
request-nobody-kept = Keep at least one need.
request-no-moment = Give day and time, from now and at most two years ahead.
alert-queued = being sent
alert-sent = sent
alert-delivered = arrived
alert-seen = seen
alert-answered = answered
alert-expired = no answer
alert-stood-down = no longer needed
alert-failed = not reached
alert-by-mail = mail
alert-by-text = text message
alert-by-voice = call
alert-by-drop = drop folder (demo)
alert-by-other = another way
alert-until = answer by { $at }
alert-more = Take an answer or skip
alert-phone = Show the number
alert-phone-text = No message has reached the expert. The audit record keeps that you looked, and they see it.
alert-phone-none = No number is known.
alert-phone-once = Write the number down: it is shown here only now.
alert-skip = Skip
spoken-label = Answer on the phone
spoken-choose = Please choose
spoken-first-call = Yes, a call now (up to 2 hours)
spoken-remote = Yes, from afar
spoken-on-site = Yes, on site
spoken-no = No
spoken-not-tonight = Do not ask again tonight
spoken-rested = They say that they are rested and keep eleven hours of rest
spoken-take = Take the answer
spoken-choice-missing = Choose what they said.
spoken-not-rested = Ask whether they are rested. Otherwise the yes does not count.
spoken-does-not-fit = Help is not needed in this way. Choose another answer.
pick-title = Pick somebody yourself
pick-alias = Public name
pick-hint = For example K-7Q3FM
pick-button = Ask next
pick-missing = Give a public name.
pick-unknown = There is no such public name. Check its letters.
pick-asked-before = This expert was asked for this need before.
pick-asked-elsewhere = This expert is being asked for another need. Try again after the answer.
pick-not-eligible = This expert may not be asked: something of the entry or its release is missing.
pick-not-now = This expert is not asked at this hour.
pick-does-not-fit = This expert does not fit this need, or is not free then.
request-preview-phone = No channel is set up, please phone
deployments-title = Deployments
deployments-lead = Commitments and deployments, newest first. You see the place once all have said yes.
deployments-none = There is no deployment yet.
deployments-older = Older deployments
deployments-request = To the request
deployments-period = { $from } to { $until }
deployments-agreed = Said yes. The employer decides by { $until }.
deployments-released = Released. The municipality decides by { $until }.
deployments-accepted = Committed
deployments-calls = Committed, wants to phone by { $at }
deployments-objection = Objection possible until { $until }
deployments-refused = Refused
deployments-lapsed = Not answered in time
deployments-withdrawn = Taken back or no longer needed
deployments-on-behalf = You answer on behalf of the municipality. Ask them first.
deployments-accept = Accept
deployments-refuse = Refuse
deployments-object = Object
deployments-show-contact = Show contact
deployments-contact-hint = This is recorded.
deployments-contact-helper = Who helps you
deployments-contact-asker = Whom you phone
deployments-contact-name = Name
deployments-contact-phone = Phone
deployments-contact-no-phone = No number is given. Phone the coordinators.
deployments-contact-email = Mail
deployments-words-called = Your caller says their word first: { $caller }. You answer with { $called }.
deployments-words-caller = You say your word first: { $caller }. The municipality answers with { $called }.
deployments-words-wrong = If somebody does not say the word: hang up and phone the coordinators. We never ask for passwords.
deployments-contact-once = These details are shown only now. Close the page when you no longer need them.
deployments-back = Back
house-waiting = Deployments that wait for your release
house-waiting-none = No deployment waits for you at present.
house-waiting-text = By releasing you order the deployment. Your organisation keeps giving the instructions.
house-due = Answer by { $at }
house-release = Release
house-remote = From afar only
house-refuse = Refuse
house-running = Released deployments
notice-request-made = The request is there. Nobody has been asked yet.
notice-request-begun = People are being asked.
notice-request-paused = Nobody new is asked. Those asked can still answer.
notice-request-resumed = People are being asked again.
notice-wave-asked = The next wave goes out now.
notice-expert-picked = Noted. This person is asked next if they fit and are free.
notice-expert-skipped = This person is skipped.
notice-spoken-answer-taken = The answer is noted.
notice-request-ended = The request is over. All who were asked are told.
notice-request-discarded = The draft is discarded. Nobody had been asked.
notice-wave-moved-on = The request has moved on. No second wave went out.
notice-request-moved-on = That was no longer possible: things have changed. Here is how they stand now.
notice-deployment-accepted = Accepted. Both sides now see whom to phone.
notice-deployment-refused = Refused. The place is open again.
notice-deployment-released = The deployment is released.
notice-release-refused = Refused. Somebody else is asked.
notice-person-booked = Not possible: this person is committed elsewhere at that time.
notice-own-release = Not possible: you help here yourself. Somebody else of your organisation releases.
notice-on-site-only = This cannot be done from afar. Release or refuse it.
## What is known of an incident, time limits, notes
field-no-term = We do not know “{ $typed }”. Write each application on a line of its own.
field-no-moment = Enter a day and a time, for example 1 December 2026, 14:20.
letter-served-subject = A municipality you serve asks for help
letter-served = at { $register }, a municipality your house serves asks for help. The request is confirmed.
letter-served-where = See the incident here: { $address }
letter-served-over-subject = Incident closed
letter-served-over = at { $register }, the incident of a municipality your house serves is closed.
letter-served-over-where = See here what happened: { $address }
message-help-of-served-town = A municipality we serve asks for help
message-help-of-served-town-over = The incident of a municipality we serve is closed
incident-event-updated = Details changed
incident-event-note = Note added
incident-event-provider = IT provider told
incident-event-provider-over = IT provider told that it is closed
incident-event-reported = Report made: { $report }
incident-event-primary-called = Coordination office called: the first on duty
incident-event-deputy-called = Coordination office called: the deputy
incident-event-third-called = Coordination office called: the third on duty
incident-event-all-called = Coordination office called: everybody
incident-event-help-begun = Experts are being asked
incident-event-wave-home = Own IT provider: { $asked ->
    [one] one expert asked
   *[other] { $asked } experts asked
}
incident-event-wave = Wave { $number }: { $asked ->
    [one] one expert asked
   *[other] { $asked } experts asked
}
incident-event-released = An expert is released
incident-event-committed = An expert is committed
incident-event-help-ended = A deployment is over
incident-event-help-filled = All places are taken
incident-event-help-stood-down = Request ended: nobody else is asked
incident-event-help-not-needed = Need met: nobody else is asked
incident-event-help-withdrawn = Request ended: the municipality takes it back
incident-event-help-duplicate = Request ended: the same incident as another one
incident-event-help-not-genuine = Request ended: false alarm
incident-held-back = Without details because of an investigation
incident-held-back-text = The police investigates. Only the municipality and the coordination office see details, notes and attachments.
incident-investigation = The police investigates. Provider and Land see only the place, the state and the time limits.
incident-provider-told = IT provider { $name } is told.
incident-land-reads = The Land reads along
incident-provider-reads = The IT provider reads along
incident-policy = policy { $number }
incident-land = Contacts of the Land
incident-land-no-phone = Telephone number not known
incident-land-checked = Last checked: { $day }
details-title = Change the details
details-lead = Enter what you know. Nothing is required.
details-conflict = Somebody has changed the details meanwhile.
details-conflict-text = What you entered still stands below. Check it, and save again if it is to hold.
details-severity-unknown = Not known yet
details-services-hint = Each application on a line, for example residents’ register.
details-concerned = Is personal data concerned?
details-concerned-yes = Yes, possibly
details-concerned-no = No, surely not
details-concerned-unknown = Not known yet
details-concerned-hint = While that is not known, the time limit of the GDPR runs.
details-known = Known since
details-known-hint = Time limits count from here. If this stays empty, they count from the request.
details-bound = Insurance and own contracts
details-bound-text = Only you and the coordination office see this. It is kept sealed with the incident.
details-insurer = Cyber insurance
details-policy = Policy number
details-claims-phone = Telephone for claims
details-contracts = Own contracts
details-contracts-hint = Who helps you by contract, for example with recovery?
details-tlp = Sharing (TLP)
details-tlp-hint = Tells everybody involved to whom they may pass things on.
details-land = Let the Land read along
details-provider = Tell the IT provider and let it read along
details-hold = The police investigates: hold details back
details-hold-text = Then the provider and the Land see only the place, the state and the time limits.
tlp-clear = CLEAR: for anybody
tlp-green = GREEN: for the community
tlp-amber = AMBER: for the own house and whom it serves
tlp-amber-strict = AMBER+STRICT: for the own house only
tlp-red = RED: only for those involved in person
clocks-title = Legal time limits
clocks-none = No time limit runs at the moment.
clocks-text = This helps to remember. It is no legal advice and reports nothing.
clock-data-protection = Data protection authority, 72 hours (Art. 33 GDPR)
clock-early-warning = BSI, first report, 24 hours (§ 32 BSIG)
clock-notification = BSI, report, 72 hours (§ 32 BSIG)
clock-final-report = BSI, final report, one month (§ 32 BSIG)
clock-due = Due: { $at }
clock-left-soon = less than an hour left
clock-left-hours = { $n ->
    [one] one hour left
   *[other] { $n } hours left
}
clock-left-days = { $n ->
    [one] one day left
   *[other] { $n } days left
}
clock-over-now = overdue for less than an hour
clock-over-hours = { $n ->
    [one] overdue for one hour
   *[other] overdue for { $n } hours
}
clock-over-days = { $n ->
    [one] overdue for one day
   *[other] overdue for { $n } days
}
clock-done = Report made: { $at } (entered by: { $by })
clock-report = The report is made
notes-title = Hand-over notes
notes-none = Nobody has noted anything yet.
notes-older = Older notes
note-label = New note
note-hint = Everybody involved reads it. It cannot be changed. Write no passwords into it.
note-missing = Write the note.
note-too-long = Shorten the note to 4,000 characters.
note-send = Add the note
attachments-title = Attachments
attachments-none = There is no attachment yet.
attachments-save = Save
attachments-remove = Delete
attachment-label = Add a photo or PDF
attachment-hint = For example a photo of the screen or the ransom note. PDF, PNG or JPEG, at most 5 MB; { $most } files and { $megabytes } MB in all. Whoever sees the incident sees the attachments too; while the police investigates, only the municipality and the coordination office do.
attachment-missing = Choose a file that is not empty.
attachment-format = This file is neither PDF nor PNG nor JPEG. Take a photo of it or save it as a PDF.
attachment-too-large = This file is larger than 5 MB. Make the picture smaller or split the PDF.
attachment-too-many = There is no room for more than { $most } files. Delete one first.
attachment-full = All files together have at most { $megabytes } MB. Delete one first or choose a smaller one.
attachment-send = Add the file
incident-event-attachment = Attachment added
notice-incident-attachment-added = The attachment is added.
notice-incident-attachment-removed = The attachment is deleted.
action-incident-attachment-added = Attachment added to an incident
action-incident-attachment-read = Attachment of an incident looked at
action-incident-attachment-removed = Attachment of an incident deleted
side-desk = Coordination office
side-town = Municipality
side-provider = IT provider
side-land = The Land
notice-incident-updated = The details are saved.
notice-incident-note-added = The note is added.
notice-incident-reported = The report is noted as made.
action-incident-updated = Details of an incident changed
action-incident-note-added = Note added to an incident
action-incident-reported-to-authority = Legal report noted as made
action-incident-provider-told = IT provider told of an incident
## Duty
nav-roster = Duty
roster-title = Duty
roster-lead = Whoever is on duty is told first when somebody asks for help.
roster-link = See who is on duty
roster-back = Back to the roster
roster-seat-primary = First
roster-seat-deputy = Deputy
roster-seat-third = Third
roster-now = On duty now
roster-now-until = until { $until }
roster-now-none = There is no roster yet. When somebody asks for help, everybody is told at once.
roster-ran-out = The roster ran out on { $day }. A request notifies everybody at once.
roster-now-nobody = Nobody is on duty now. When somebody asks for help, everybody is told at once.
roster-take = I take over now
roster-take-hint = You are then the first until that shift ends. Where none runs, for eight hours or until the next one.
roster-take-own = You are the first.
roster-gaps = Gaps in the next 14 days
roster-gaps-none = There are no gaps.
roster-gap-primary = Gap: { $from } to { $until }, nobody as first
roster-gap-deputy = Gap: { $from } to { $until }, nobody as deputy
roster-gap-third = Gap: { $from } to { $until }, nobody as third
roster-plan = Shifts planned
roster-plan-none = No shift is planned.
roster-period = { $from } to { $until }
roster-remove = Remove
roster-new = Plan a shift
roster-add = Plan the shift
roster-choose = Please choose
roster-account = Who
roster-seat = Seat
roster-from = Begin
roster-until = End
roster-account-missing = Choose somebody of the coordination office.
roster-seat-missing = Choose the seat.
roster-from-missing = Give day and time of the begin.
roster-until-missing = Give day and time of the end.
roster-order = Choose an end after the beginning.
roster-past = This shift is over already.
roster-too-long = Plan at most 31 days in a row.
roster-too-far = Shifts are planned a year ahead at most.
roster-seat-taken = Somebody has this seat then already.
roster-twice = This person has another seat then already.
roster-calendar-hint = Your calendar program then shows your shifts. It is the same address as for your availability as an expert.
notice-shift-added = The shift is planned.
notice-shift-removed = The shift is removed.
notice-duty-taken = You have taken over.
action-incident-escalated = Coordination office called to an incident
action-roster-planned = Roster of the coordination office changed
action-roster-duty-taken = Duty at the coordination office taken over
calendar-duty-primary = Coordination office: first
calendar-duty-deputy = Coordination office: deputy
calendar-duty-third = Coordination office: third
status-desk = Coordination office
status-desk-on-duty = Somebody is on duty
status-desk-nobody = Nobody is on duty now

## A deployment, from the acceptance to its end

deployment-one = Deployment
deployment-from = From
deployment-until = Until
deployment-started = Begun
deployment-ended = Ended
deployment-next = What now?
deployment-papers = Papers
deployment-ends-soon = This deployment ends in less than two days. Extend it, or seek somebody who takes over.
deployment-successor = Somebody is sought who takes over.
deployment-later-both = An extension until { $until } is asked for. The expert and their employer answer by { $due }.
deployment-later-house = An extension until { $until } is asked for. The employer answers by { $due }.
deployment-later-expert = An extension until { $until } is asked for. The expert answers by { $due }.
deployment-later-agreed = Extended until { $until }.
deployment-later-not = There is no extension until { $until }. Seek somebody who takes over.
deployment-answer = The deployment is to last longer. Do you agree?
deployment-agree = Yes, longer
deployment-refuse = No
deployment-answer-hint = A no needs no reason. The town is not told who said it.
deployment-start-at = Begun at
deployment-start-hint = Leave it empty if it begins right now.
deployment-start = It begins
deployment-extend-until = Longer until
deployment-extend-hint = Seven days more at most, fourteen in a row. The expert and their employer must agree.
deployment-extend = Ask for an extension
deployment-successor-hint = For the same task, from the end of this deployment on. You see the draft before anybody is asked.
deployment-seek-successor = Seek a successor
deployment-call-back = Call back
deployment-call-back-at = Back from
deployment-call-back-hint = They help until then. The town is told at once.
deployment-end = End the deployment
deployment-end-hint = Think of the hand-over first. Times and costs can be entered afterwards.
deployment-end-now = End it now
deployment-cancel = Call the deployment off
deployment-cancel-hint = It has not begun. Everybody is told at once, and the place is open again.
deployment-cancel-now = Call it off now
deployment-moment-missing = Please state day and time.
deployment-moment-range = It is not possible then. Please check day and time.
deployment-moment-block = Seven days more at a time: { $latest } at the latest.
deployment-moment-rest = Fourteen days in a row at most: { $latest } at the latest.
deployment-moment-relieve = After fourteen days in a row somebody else has to take over. Please seek somebody.
deployment-moment-booked = The expert is committed elsewhere then, free from { $free }.
deployments-active = Helping until { $until }
deployments-returning = Called back, helps until { $until }
deployments-ended = Ended
deployments-cancelled = Called off
deployments-open = To the deployment
action-deployment-started = Deployment begun
action-deployment-called-back = Expert called back
action-deployment-extension-asked = Extension of a deployment asked for
action-deployment-extension-answered = Extension of a deployment decided
action-deployment-extended = Deployment extended
action-deployment-successor-sought = Successor of a deployment sought
answer-extension = The town asks you to stay until { $until }. Answer by { $due }.
answer-started = Begun: { $at }
notice-deployment-started = The start is noted.
notice-deployment-ended = The deployment is over.
notice-deployment-cancelled = The deployment is called off. Everybody is told.
notice-deployment-called-back = The return is noted. The town is told.
notice-extension-asked = An extension is asked for.
notice-extension-answered = Your answer is noted.
help-letter-extension-asked-subject = Do you stay longer?
help-letter-extension-asked = { $register }: The town asks you to help longer. A no needs no reason. Please answer on your page.
help-letter-extension-agreed-subject = Your deployment is extended
help-letter-extension-agreed = { $register }: Your deployment is extended. Your page shows until when.
help-letter-extension-house-subject = To help longer: your release is missing
help-letter-extension-house = { $register }: Somebody of your house is to help longer. Please decide.
help-letter-town-ends-soon-subject = A deployment ends soon
help-letter-town-ends-soon = { $register }: A deployment with you ends in two days. Extend it, or seek somebody who takes over.
help-letter-town-extended-subject = A deployment is extended
help-letter-town-extended = { $register }: A deployment with you is extended.
help-letter-town-not-extended-subject = No extension
help-letter-town-not-extended = { $register }: The extension you asked for does not come about. Seek somebody who takes over.
help-letter-town-called-back-subject = An expert is called back
help-letter-town-called-back = { $register }: An expert with you is called back. Your page shows until when they help.
help-letter-town-called-off-subject = A deployment is called off
help-letter-town-called-off = { $register }: A deployment that was promised to you is called off. We go on seeking as long as your request runs.
help-letter-town-ended-subject = A deployment is over
help-letter-town-ended = { $register }: A deployment with you is over.
person-until = Helps until { $until }: extend, end
person-asked-longer = An extension until { $until } is asked for.
person-no-time = It cannot end then: seven days more at most, fourteen in a row.
