@echo off
rem Starts LiYing on Windows. The commands are those of the script "liying"; building and testing need it under WSL or Git Bash.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "DATA=%CD%\data"
set "OPTIONS="
set "COMMAND=server"
set "LIYING_URL="

if "%~1"=="" goto parsed
if /i "%~1"=="--help" goto help
if /i "%~1"=="plugin" (set "COMMAND=plugin" & goto parsed)
for %%c in (server chat) do if /i "%~1"=="%%c" (set "COMMAND=%%c" & shift & goto parse)
set "FIRST=%~1"
if not "!FIRST:~0,2!"=="--" (echo LiYing: unknown command %~1; see liying --help 1>&2 & exit /b 1)

:parse
if "%~1"=="" goto parsed
if "%~2"=="" (echo LiYing: %~1 needs a value; see liying --help 1>&2 & exit /b 1)
if /i "%~1"=="--port" (set "OPTIONS=!OPTIONS! -Dliying.set.api.port=%~2" & shift & shift & goto parse)
if /i "%~1"=="--data" (set "DATA=%~f2" & shift & shift & goto parse)
if /i "%~1"=="--config" (set OPTIONS=!OPTIONS! "-Dliying.config=%~f2" & shift & shift & goto parse)
if /i "%~1"=="--profile" (set "OPTIONS=!OPTIONS! -Dliying.profile=%~2" & shift & shift & goto parse)
if /i "%~1"=="--url" (set "LIYING_URL=%~2" & shift & shift & goto parse)
echo LiYing: unknown option %~1; see liying --help 1>&2
exit /b 1

:parsed
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+IgnoreUnrecognizedVMOptions --version >nul 2>&1 || (echo LiYing: no Java was found. Install a JDK 25 or newer and set JAVA_HOME to it. 1>&2 & exit /b 1)

set "PRODUCT="
for /d /r "%HOME_DIR%product\target\products\io.liying.product.server" %%d in (plugins) do if exist "%%d\org.eclipse.osgi_*.jar" set "PRODUCT=%%~dpd"
if not defined PRODUCT (echo LiYing: the product is not built. Run "sh liying build" in Git Bash or WSL. 1>&2 & exit /b 1)
if not exist "%DATA%\runtime" mkdir "%DATA%\runtime"
for %%j in ("%PRODUCT%plugins\org.eclipse.osgi_*.jar") do set "OSGI=%%j"

if /i "%COMMAND%"=="plugin" (
  set "PROGRAM=io.liying.console.core.PluginClient"
  for %%t in (new dev publish keygen sign trust revoke) do if /i "%~2"=="%%t" set "PROGRAM=io.liying.plugin.core.tool.PluginTool"
  for /f "tokens=1,*" %%a in ("%*") do "%JAVA%" "-Dliying.data=%DATA%" "-Dliying.home=%HOME_DIR%." -cp "%PRODUCT%plugins\*" !PROGRAM! %%b
  exit /b !errorlevel!
)
if /i "%COMMAND%"=="chat" (
  if not "%LIYING_URL%"=="" (
    "%JAVA%" --enable-native-access=ALL-UNNAMED "-Dliying.data=%DATA%" -cp "%PRODUCT%plugins\*" io.liying.console.core.Chat --url "%LIYING_URL%"
    exit /b !errorlevel!
  )
  set "OPTIONS=!OPTIONS! -Dliying.set.api.port=0 -Dliying.console=chat"
)
set "INSTALL=file:/%PRODUCT:\=/%"
set "STATE=file:/%DATA:\=/%/runtime/server/"
"%JAVA%" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dosgi.install.area=%INSTALL%" "-Dosgi.sharedConfiguration.area=%INSTALL%configuration/" "-Dosgi.configuration.area=%STATE%" "-Dliying.data=%DATA%" %OPTIONS% -cp "%OSGI%" org.eclipse.core.runtime.adaptor.EclipseStarter
exit /b %errorlevel%

:help
echo LiYing, a private AI assistant on your own machine
echo   liying [server] [--port N] [--data DIR] [--config FILE] [--profile NAME]
echo   liying chat [--url URL] [--data DIR]
echo   liying plugin COMMAND
echo Building, testing and the window: sh liying --help in Git Bash or WSL.
