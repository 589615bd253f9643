import "./style.css";
import { Desk } from "./model/desk";
import { applyTheme } from "./model/preferences";
import { Page } from "./view/page";
import { words } from "./words";

applyTheme();
document.documentElement.lang = words.language;

const page = new Page();
page.desk = new Desk();
document.body.append(page);
void page.desk.resume();
