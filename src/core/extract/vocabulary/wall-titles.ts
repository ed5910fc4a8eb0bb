/*
 * What pages are called that stand where an article should: the whole title, without the site's name. Sources: the
 * default error, log-in and checking pages of WordPress, Drupal, TYPO3, Joomla, nginx, Apache, Cloudflare, PerimeterX,
 * DataDome, Piano, Auth0 and Keycloak in their translations.
 */
import { byReason } from "./phrase-list.ts";

export const WALL_TITLES = byReason({
  "not-found": {
    en:
      "404 | error | error 404 | 404 error | 404 not found | 404 page not found | not found | page not found | oops page not found | page not found 404 | " +
      "the page cannot be found | page cannot be found | that page cant be found | oops that page cant be found | this page cant be found | page does not exist | " +
      "this page does not exist | this page doesnt exist | nothing here | nothing found | sorry page not found | page unavailable | page not available | article not found | " +
      "this page isnt available | content not found | content unavailable | content not available | story not found | unavailable | not available | article unavailable | " +
      "this article is no longer available | this story is no longer available | this content is no longer available | this page is no longer available | " +
      "410 | gone | 403 | 403 forbidden | forbidden | 500 | 502 bad gateway | 503 | internal server error | service unavailable | 503 service unavailable | " +
      "something went wrong | an error occurred | server error | site maintenance | under maintenance | maintenance mode | not available in your region | " +
      "not available in your country | 451 unavailable for legal reasons",
    mul:
      "seite nicht gefunden | nicht gefunden | fehler 404 | 404 fehler | fehler | seite nicht verfügbar | artikel nicht gefunden | inhalt nicht gefunden | inhalt nicht verfügbar | " +
      "die seite wurde nicht gefunden | diese seite existiert nicht | page introuvable | page non trouvée | erreur 404 | erreur | page inexistante | contenu introuvable | " +
      "article introuvable | página no encontrada | error 404 página no encontrada | no encontrado | contenido no disponible | página não encontrada | erro 404 | " +
      "pagina non trovata | errore 404 | errore | pagina niet gevonden | niet gevonden | fout 404 | sidan hittades inte | sidan kunde inte hittas | sidan finns inte | " +
      "siden ble ikke funnet | fant ikke siden | siden finnes ikke | siden blev ikke fundet | siden findes ikke | sivua ei löytynyt | sivua ei löydy | " +
      "nie znaleziono strony | strona nie została znaleziona | strona nie istnieje | błąd 404 | stránka nenalezena | stránka nebyla nalezena | chyba 404 | " +
      "страница не найдена | ошибка 404 | ошибка | сторінку не знайдено | помилка 404 | sayfa bulunamadı | hata 404 | 404 sayfa bulunamadı | η σελίδα δεν βρέθηκε | " +
      "σφάλμα 404 | pagina nu a fost găsită | eroare 404 | az oldal nem található | halaman tidak ditemukan | không tìm thấy trang | الصفحة غير موجودة | " +
      "خطأ 404 | הדף לא נמצא | העמוד לא נמצא | שגיאה 404 | صفحه یافت نشد | صفحه پیدا نشد | पृष्ठ नहीं मिला | पेज नहीं मिला | 페이지를 찾을 수 없습니다 | " +
      "ページが見つかりません | お探しのページは見つかりません | ページが見つかりませんでした | 页面不存在 | 页面未找到 | 找不到页面 | 頁面不存在 | 找不到網頁 | 找不到頁面 | ไม่พบหน้า",
  },
  "log-in": {
    mul:
      "log in | login | log on | sign in | signin | sign in to your account | log in to your account | please log in | sign up | register | create account | " +
      "create an account | create your account | my account | account | sign in or register | log in or register | reset password | forgot password | " +
      "anmelden | anmeldung | einloggen | registrieren | registrierung | mein konto | jetzt anmelden | passwort vergessen | connexion | se connecter | connectez vous | " +
      "inscription | créer un compte | mon compte | identifiez vous | iniciar sesión | inicia sesión | acceder | acceso | registro | regístrate | crear cuenta | mi cuenta | " +
      "entrar | iniciar sessão | fazer login | cadastro | cadastre se | criar conta | accedi | accesso | registrati | inloggen | aanmelden | registreren | logga in | logg inn | " +
      "log ind | kirjaudu | kirjaudu sisään | zaloguj się | logowanie | rejestracja | přihlášení | přihlásit se | вход | войти | авторизация | регистрация | увійти | вхід | " +
      "giriş yap | giriş | üye girişi | üye ol | σύνδεση | autentificare | conectare | bejelentkezés | masuk | đăng nhập | تسجيل الدخول | התחברות | כניסה | ورود | " +
      "लॉग इन | लॉगिन करें | 로그인 | ログイン | 会員ログイン | 登录 | 登入 | 用户登录 | 會員登入 | เข้าสู่ระบบ",
  },
  paywall: {
    mul:
      "subscribe | subscribe to read | subscribe to continue | subscribe now | subscription | subscriptions | subscription required | become a subscriber | become a member | " +
      "subscriber exclusive | members only | subscribers only | choose your subscription | choose your plan | subscribe to continue reading | subscribe to keep reading | " +
      "abonnieren | jetzt abonnieren | abo | digitalabo | weiterlesen mit abo | nur für abonnenten | abonnez vous | s'abonner | réservé aux abonnés | article réservé aux abonnés | " +
      "hazte suscriptor | suscríbete | suscripciones | suscripción | solo para suscriptores | assine | assinatura | abbonati | abbonamenti | abonneren | abonnement | word abonnee | " +
      "bli prenumerant | prenumerera | bli abonnent | prenumerata | kup dostęp | подписка | оформить подписку | abone ol | 有料会員限定 | 会員限定 | 付费阅读",
  },
  "cookie-wall": {
    mul:
      "before you continue | we value your privacy | your privacy | your privacy choices | privacy settings | cookie consent | your consent | cookie settings | cookies | " +
      "privacy and cookies | datenschutz einstellungen | ihre privatsphäre | wir schätzen ihre privatsphäre | zustimmung | einwilligung | mit werbung weiterlesen | " +
      "weiter mit werbung lesen | votre vie privée | votre consentement | tu privacidad | tu consentimiento | la tua privacy | il tuo consenso | jouw privacy | uw privacy | " +
      "cookies toestaan | sua privacidade | din integritet | personvern | twoja prywatność",
  },
  "robot-check": {
    mul:
      "just a moment | one moment please | attention required | attention required cloudflare | access denied | access to this page has been denied | access blocked | " +
      "request blocked | are you a robot | are you human | are you a human | robot check | bot check | security check | human verification | verify you are human | verifying you are human | " +
      "please verify you are a human | checking your browser | ddos protection by cloudflare | please wait | loading | pardon our interruption | captcha | blocked | " +
      "unusual traffic | javascript is disabled | javascript required | javascript disabled | enable javascript | you have been blocked | sorry you have been blocked | validation request | " +
      "sicherheitsüberprüfung | sicherheitsabfrage | sind sie ein mensch | sind sie ein roboter | zugriff verweigert | einen moment | einen moment bitte | nur einen moment | bitte warten | " +
      "un instant | accès refusé | vérification de sécurité | êtes vous un robot | acceso denegado | un momento | verificación de seguridad | eres un robot | acesso negado | " +
      "um momento | verificação de segurança | accesso negato | un attimo | verifica di sicurezza | toegang geweigerd | een ogenblik geduld | åtkomst nekad | vent litt | odmowa dostępu | " +
      "proszę czekać | chwileczkę | доступ запрещен | доступ запрещён | доступ ограничен | проверка безопасности | вы не робот | подождите | один момент | erişim engellendi | bir dakika lütfen | " +
      "güvenlik doğrulaması | تم رفض الوصول | التحقق من الأمان | アクセスが拒否されました | セキュリティチェック | ロボットではないことを確認 | 安全验证 | 安全检查 | 访问被拒绝 | 人机验证 | 請稍候 | 请稍候 | 잠시만 기다려 주세요 | 보안 확인 | 접근이 거부되었습니다",
  },
});
