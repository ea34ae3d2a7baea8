// SPDX-License-Identifier: MIT
#pragma once

namespace app {

class Settings;

enum class Appearance { Desktop, Light, Dark };

Appearance chosenAppearance(const Settings& settings);
/// Remembers the choice and shows it at once.
void chooseAppearance(Settings& settings, Appearance appearance);
/// Sets style, palette and an icon theme that can be read on it. Call after the application is made.
void applyAppearance(const Settings& settings);

} // namespace app
